//! `crosscheck check`: the whole job, and where there is an accepted report, what changed since.

use crosscheck::diff::{self, Change, Outline};
use crosscheck::pipeline::Reading;
use crosscheck::render::{Shown, Style, full_change};
use crosscheck::report::Report;

use crate::archive;
use crate::args::CheckArgs;
use crate::exit::{Exit, Failure};
use crate::format;
use crate::output;
use crate::progress::Progress;
use crate::settings;
use crate::snapshot::{self, Snapshot};
use crate::unmet;
use crate::{baseline, batch};

pub(crate) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    // A snapshot or a baseline that cannot be read is said before the work, not after it.
    let snapshot = args.snapshot.as_deref().map(Snapshot::open).transpose()?;
    let mut archive = archive::open(&args.archive, args.today.day())?;
    let accepted = args.baseline.as_deref().map(baseline::open).transpose()?;
    let mut settings = settings::load(args.input.config.as_deref())?;
    settings.claims.evidence |= args.evidence;
    args.rules.apply(&mut settings.rules);
    let progress = Progress::begin("reading");
    let batch = batch::read(&args.input)?;
    progress.stage(&format!("comparing {} texts", batch.documents.len()));
    let language = &*settings.language();
    let reading = Reading::new(language, &settings, &batch.documents);
    let find = |archive: &mut archive::Archive| archive.find(language, &settings, &reading, &batch.documents);
    let earlier = archive.as_mut().map(find).transpose()?;
    let mut report = reading.report(language, &settings, earlier.as_ref(), batch.unread.clone());
    drop(progress);
    unmet::tell(&report, &settings);
    if let Some((path, accepted)) = args.baseline.as_deref().zip(accepted.as_ref()) {
        baseline::apply(path, accepted, &mut report, args.today.day());
    }
    let outline = snapshot.as_ref().map(|_| Outline::of(&report));
    let change = snapshot.as_ref().zip(outline.as_ref()).map(|(snapshot, new)| diff::compare(&snapshot.accepted, new));
    let exit = batch.exit(outcome(args, &report, change.as_ref()));
    let since = change.as_ref().filter(|_| snapshot.as_ref().is_some_and(|snapshot| snapshot.exists));
    let shown = Shown { report: &report, change: since, style: output::style(&args.output) };
    // The files come first: whoever reads the standard output may be gone before its end.
    let written = format::write_all(&args.write, shown);
    output::to(&args.output, |out| args.format.write(shown, out))?;
    if args.format.name == "html" && output::looked_at(&args.output) {
        crate::tell("the page is made for a browser: `-o report.html` writes it to a file");
    }
    written?;
    if let Some(change) = since.filter(|_| snapshot::in_ci() && !matches!(args.format.name, "full" | "markdown")) {
        // The log of a CI run shows what changed, whatever format the report has.
        let _ = full_change(change, Style { limit: shown.style.limit, ..Style::default() }, &mut anstream::stderr());
    }
    let accepted = report.findings.len() - report.open().count();
    if accepted > 0 && !args.format.tells_accepted {
        crate::tell(&format!("{accepted} accepted"));
    }
    if let (Some(snapshot), Some(outline), Some(change)) = (snapshot, outline, &change) {
        if report.complete() {
            snapshot::keep(&snapshot, change, &outline, &report)?;
        } else {
            crate::tell("warning: the run is not complete, so no snapshot was written");
        }
    }
    if let Some(archive) = &mut archive {
        if report.complete() {
            archive.append(&batch.documents)?;
        } else {
            crate::tell("warning: the run is not complete, so nothing was archived");
        }
    }
    // The program ends here: to give back what a large report holds, piece by piece, would take as long as to read some of the batch.
    std::mem::forget(report);
    Ok(exit)
}

/// What the run says, had everything been read.
fn outcome(args: &CheckArgs, report: &Report, change: Option<&Change>) -> Exit {
    let least = args.fail_on.severity();
    let accepted = |fingerprint: &str| report.findings.iter().any(|finding| finding.suppressed && finding.fingerprint == fingerprint);
    let failed = match change {
        Some(change) => least.is_some_and(|least| change.alarms(least, accepted)) || args.strict && !change.is_empty(),
        None => least.is_some_and(|least| report.open().any(|finding| finding.severity >= least)),
    };
    if failed && !args.exit_zero { Exit::Findings } else { Exit::Clean }
}
