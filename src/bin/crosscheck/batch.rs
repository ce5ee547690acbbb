//! The batch to work on: documents read, with what could not be read.

use crosscheck::report::Unread;
use crosscheck::source::Document;

use crate::args::InputArgs;
use crate::exit::{Exit, Failure};
use crate::input;

/// What was handed in.
pub(crate) struct Batch {
    pub(crate) documents: Vec<Document>,
    pub(crate) unread: Vec<Unread>,
}

/// Reads what `args` name, and sets the number of threads. Says what was skipped.
pub(crate) fn read(args: &InputArgs) -> Result<Batch, Failure> {
    if let Some(threads) = args.threads {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads.get())
            .build_global()
            .map_err(|error| Failure::new(format!("can't start {threads} threads: {error}")))?;
    }
    let gathered = input::gather(&args.paths, args.files_from.as_deref()).map_err(|refusal| Failure::new(refusal.to_string()))?;
    for note in &gathered.batch.notes {
        crate::tell(&format!("warning: {note}"));
    }
    Ok(Batch { documents: gathered.batch.documents, unread: gathered.unread })
}

impl Batch {
    /// The exit code of a run that would end with `exit` had everything been read; says what was not.
    pub(crate) fn exit(&self, exit: Exit) -> Exit {
        for unread in &self.unread {
            crate::tell(&format!("warning: `{}` was not read: {}", unread.input, unread.because));
        }
        if self.unread.is_empty() { exit } else { Exit::Untrusted }
    }
}
