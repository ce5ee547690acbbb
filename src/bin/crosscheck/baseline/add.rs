//! Findings accepted: which of a report, why, by whom, until when.
//!
//! In: a report and what of it is meant. Out: the baseline with an entry for each. What never happens here: an entry without a reason
//! and a name.

use crosscheck::baseline::{Entry, Seen, View};
use crosscheck::calendar::NaiveDate;
use crosscheck::report::json::{self, Found, severity_name};
use crosscheck::rules::{self, Severity};

use super::AddArgs;
use crate::exit::Failure;
use crate::explain::candidates;

/// Why, by whom, when and until when.
pub(crate) struct Acceptance {
    pub(crate) reason: String,
    pub(crate) by: String,
    pub(crate) date: NaiveDate,
    pub(crate) expires: Option<NaiveDate>,
}

impl Acceptance {
    /// The entry that accepts a finding.
    pub(crate) fn of(&self, seen: Seen) -> Entry {
        seen.accepted(&self.reason, &self.by, self.date, self.expires)
    }
}

/// Who accepts: as given, else the user of the machine.
pub(crate) fn by(given: Option<&str>) -> Result<String, Failure> {
    let said = |name: &String| !name.trim().is_empty();
    let user = || ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok().filter(said));
    given.map(str::to_owned).filter(said).or_else(user).ok_or_else(|| {
        Failure::new(
            "expected a name for who accepts, and this machine gives none: add `--by NAME`, or set CROSSCHECK_BY for all that follows",
        )
    })
}

pub(super) fn run(args: &AddArgs) -> Result<(), Failure> {
    let today = args.today.day();
    if args.reason.trim().is_empty() {
        return Err(Failure::new("expected words after --reason, found none: say why, for whoever reads the baseline"));
    }
    if let Some(last) = args.expires.filter(|last| *last < today) {
        return Err(Failure::new(format!("expected a day from {today} on after --expires, found {last}")));
    }
    let path = &args.file.baseline;
    let mut baseline = super::open(path)?;
    let acceptance = Acceptance { reason: args.reason.clone(), by: by(args.by.as_deref())?, date: today, expires: args.expires };
    let report = super::report(&args.report)?;
    let seen = View::of_json(&report).findings;
    let mut accepted: Vec<usize> = Vec::new();
    if args.all {
        let least = args.severity.severity();
        let grave = |finding: &json::Finding| {
            [Severity::Error, Severity::Warning, Severity::Note].into_iter().any(|of| of >= least && severity_name(of) == finding.severity)
        };
        accepted.extend((0..report.findings.len()).filter(|&at| grave(&report.findings[at])));
    }
    for what in &args.what {
        accepted.extend(meant(args, &report, what)?);
    }
    accepted.sort_unstable();
    accepted.dedup();
    if accepted.is_empty() {
        crate::tell(&format!("no finding of {} to accept; `{}` stays as it is", args.report.display(), path.display()));
        return Ok(());
    }
    for seen in accepted.iter().filter_map(|&at| seen.get(at)) {
        crate::tell(&format!("accepted: {} ({})", seen.message, seen.fingerprint));
        baseline.accept(acceptance.of(seen.clone()));
    }
    super::save(path, &baseline)?;
    crate::tell(&format!("{} in `{}`", super::accepted_findings(accepted.len()), path.display()));
    Ok(())
}

/// The findings that `what` names, by their place in the report: one by its fingerprint, those of a fact, those of a rule.
fn meant(args: &AddArgs, report: &json::Report, what: &str) -> Result<Vec<usize>, Failure> {
    let which = |of: &dyn Fn(&json::Finding) -> bool| -> Vec<usize> {
        report.findings.iter().enumerate().filter(|(_, finding)| of(finding)).map(|(at, _)| at).collect()
    };
    let nothing = |found: Vec<usize>, words: String| if found.is_empty() { Err(Failure::new(words)) } else { Ok(found) };
    let file = args.report.display();
    if rules::rule(what).is_some() {
        return nothing(which(&|finding| finding.rule == what), format!("`{what}` found nothing in {file}"));
    }
    match json::find(report, what, None) {
        Ok(Found::Finding(meant)) => Ok(which(&|finding| finding.fingerprint == meant.fingerprint)),
        Ok(Found::Fact(fact)) => {
            nothing(which(&|finding| finding.fact.as_ref() == Some(&fact.id)), format!("no rule found anything on `{}` in {file}", fact.id))
        }
        Ok(Found::Claim(claim)) => Err(Failure::new(format!("`{}` is a claim; name a finding or a fact ({file})", claim.id))),
        Err(unfound) => Err(Failure::new(candidates(what, &unfound, &args.report))),
    }
}
