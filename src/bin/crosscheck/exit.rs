//! How a run ends: one enum for the exit code, one type for what keeps us from working.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use crate::near;

/// The exit code of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, and nothing new at or above `--fail-on`.
    Clean,
    /// Done, with findings at or above `--fail-on`; with `--snapshot`, with new or worse ones.
    Findings,
    /// The result can't be trusted: usage, settings, unreadable or empty input.
    Untrusted,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Untrusted => 2,
        })
    }
}

/// Why the work could not be done: one sentence, lower case, that says what was expected, what was found, and what to do.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    /// The reader of our output went away: nothing to tell anybody.
    quiet: bool,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), quiet: false }
    }

    /// A file that could not be read or written.
    pub(crate) fn file(action: &str, path: &Path, error: &io::Error) -> Self {
        let hint = if error.kind() == io::ErrorKind::NotFound && action == "read" { near::hint(path) } else { None };
        Self::new(format!("can't {action} `{}`: {}{}", path.display(), reason(error), hint.unwrap_or_default()))
    }

    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self { quiet: error.kind() == io::ErrorKind::BrokenPipe, message: format!("can't write the output: {}", reason(&error)) }
    }
}

/// What an I/O error means, without the number that the system gives it.
pub(crate) fn reason(error: &io::Error) -> String {
    // The walk of a folder wraps the error of the system in its own words.
    let mut cause: &dyn std::error::Error = error;
    while let Some(below) = cause.source() {
        cause = below;
    }
    let text = cause.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
