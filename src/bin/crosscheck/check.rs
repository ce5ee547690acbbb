//! `crosscheck check`: the whole job, and where there is an accepted report, what changed since.

use crosscheck::diff::{self, Change, Outline};
use crosscheck::lexicon::Language;
use crosscheck::pipeline;
use crosscheck::render::{full, markdown};
use crosscheck::report::{Report, json};

use crate::args::{CheckArgs, CheckFormat};
use crate::batch;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::settings;
use crate::snapshot::{self, Snapshot};

pub(crate) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    // A snapshot that cannot be read is said before the work, not after it.
    let snapshot = args.snapshot.as_deref().map(Snapshot::open).transpose()?;
    let mut settings = settings::load(args.input.config.as_deref())?;
    settings.claims.evidence |= args.evidence;
    let batch = batch::read(&args.input)?;
    let report = pipeline::run(Language::english(), &settings, &batch.documents, batch.unread.clone());
    settings::tell_unmet(&report);
    let outline = snapshot.as_ref().map(|_| Outline::of(&report));
    let change = snapshot.as_ref().zip(outline.as_ref()).map(|(snapshot, new)| diff::compare(&snapshot.accepted, new));
    let exit = batch.exit(outcome(args, &report, change.as_ref()));
    let shown = change.as_ref().filter(|_| snapshot.as_ref().is_some_and(|snapshot| snapshot.exists));
    let style = output::style(&args.output);
    output::to(&args.output, |mut out| match args.format {
        CheckFormat::Json => json::write(&report, &mut out),
        CheckFormat::Jsonl => json::findings(&report, &mut out),
        CheckFormat::Full => full::write(&report, shown, style, out),
        CheckFormat::Markdown => markdown::write(&report, shown, style, out),
    })?;
    if let (Some(snapshot), Some(outline)) = (snapshot, outline) {
        if report.complete() {
            snapshot::keep(&snapshot, &outline)?;
        } else {
            crate::tell("warning: the run is not complete, so no snapshot was written");
        }
    }
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
    if failed { Exit::Findings } else { Exit::Clean }
}
