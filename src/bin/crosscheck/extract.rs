//! `crosscheck extract`: claims as JSON lines, in the order of the documents' names.

use crosscheck::pipeline;
use crosscheck::report::json;
use rayon::prelude::*;

use crate::args::{ExtractArgs, ExtractFormat};
use crate::batch;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::settings;

/// Documents read and written at a time: enough to keep every core busy, few enough to stay small in memory.
const AT_A_TIME: usize = 256;

pub(crate) fn run(args: &ExtractArgs) -> Result<Exit, Failure> {
    let settings = settings::load(args.input.config.as_deref())?;
    let batch = batch::read(&args.input)?;
    let language = &*settings.language();
    let ExtractFormat::Jsonl = args.format;
    output::to(&args.output, |out| {
        for documents in batch.documents.chunks(AT_A_TIME) {
            let written: Vec<_> = documents
                .par_iter()
                .map(|document| {
                    let mut lines = Vec::new();
                    for card in pipeline::cards(language, &settings, document) {
                        json::claims(&card.article, &card.text, &card.claims, &mut lines)?;
                    }
                    Ok(lines)
                })
                .collect::<std::io::Result<_>>()?;
            for lines in written {
                out.write_all(&lines)?;
            }
        }
        Ok(())
    })?;
    Ok(batch.exit(Exit::Clean))
}
