//! The batch to work on: documents read, with what could not be read.

use std::collections::BTreeMap;

use crosscheck::report::Unread;
use crosscheck::source::{Document, Note, Why};

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
    tell(&gathered.batch.notes);
    Ok(Batch { documents: gathered.batch.documents, unread: gathered.unread })
}

/// Most notes of one kind: a folder of photographs is one thing to say, not five hundred.
const NOTES: usize = 4;

/// Says what was skipped, and what looks like a slip.
fn tell(notes: &[Note]) {
    let mut kinds: BTreeMap<Why, usize> = BTreeMap::new();
    for note in notes {
        let count = kinds.entry(note.why).or_default();
        *count += 1;
        if *count <= NOTES {
            crate::tell(&format!("warning: {note}"));
        }
    }
    for (why, count) in kinds.into_iter().filter(|(_, count)| *count > NOTES) {
        if let Some(note) = notes.iter().find(|note| note.why == why) {
            crate::tell(&format!("warning: {NOTES} of {count} inputs like `{}` are named", note.name));
        }
    }
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
