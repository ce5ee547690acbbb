//! The batch to work on: documents read, with what could not be read.

use std::path::Path;

use crosscheck::report::Unread;
use crosscheck::source::Document;

use crate::args::InputArgs;
use crate::exit::{Exit, Failure, reason};

/// What was handed in.
pub(crate) struct Batch {
    pub(crate) documents: Vec<Document>,
    pub(crate) unread: Vec<Unread>,
}

/// Reads what `args` name, and sets the number of threads.
pub(crate) fn read(args: &InputArgs) -> Result<Batch, Failure> {
    if let Some(threads) = args.threads {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads.get())
            .build_global()
            .map_err(|error| Failure::new(format!("can't start {threads} threads: {error}")))?;
    }
    let mut batch = Batch { documents: Vec::new(), unread: Vec::new() };
    for path in &args.paths {
        take(path, &mut batch)?;
    }
    batch.documents.sort_by(|a, b| a.name.cmp(&b.name));
    if batch.documents.is_empty() {
        return Err(Failure::new("expected articles, found none"));
    }
    Ok(batch)
}

fn take(path: &Path, batch: &mut Batch) -> Result<(), Failure> {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|error| Failure::file("read", path, &error))?;
        for entry in entries.flatten() {
            take(&entry.path(), batch)?;
        }
        return Ok(());
    }
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            batch.unread.push(Unread { input: name, because: reason(&error) });
            return Ok(());
        }
    };
    if path.extension().is_none_or(|extension| extension != "jsonl") {
        batch.documents.push(Document { name: name.into(), text: text.into(), ..Document::default() });
        return Ok(());
    }
    for (line, record) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let record: serde_json::Value = serde_json::from_str(record)
            .map_err(|error| Failure::new(format!("expected a JSON object, found {error} ({}:{})", path.display(), line + 1)))?;
        let get = |key: &str| record.get(key).and_then(|value| value.as_str()).map(Into::into);
        batch.documents.push(Document {
            name: get("id").unwrap_or_default(),
            text: get("text").unwrap_or_default(),
            title: get("title"),
            published: get("published"),
            publisher: get("publisher"),
            url: get("url"),
            body: 0,
            whole: true,
        });
    }
    Ok(())
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
