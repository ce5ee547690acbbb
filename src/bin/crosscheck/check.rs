//! `crosscheck check`: the whole job.

use crosscheck::lexicon::Language;
use crosscheck::pipeline;
use crosscheck::report::json;

use crate::args::{CheckArgs, CheckFormat};
use crate::batch;
use crate::exit::{Exit, Failure};
use crate::output;

pub(crate) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    let batch = batch::read(&args.input)?;
    let report = pipeline::run(Language::english(), &batch.documents, batch.unread.clone());
    let gravest = report.findings.iter().map(|finding| finding.severity).max();
    let failed = args.fail_on.severity().is_some_and(|least| gravest >= Some(least));
    let exit = batch.exit(if failed { Exit::Findings } else { Exit::Clean });
    output::to(&args.output, |mut out| match args.format {
        CheckFormat::Json => json::write(&report, &mut out),
        CheckFormat::Jsonl => json::findings(&report, &mut out),
        CheckFormat::Full | CheckFormat::Markdown => Ok(()),
    })?;
    Ok(exit)
}
