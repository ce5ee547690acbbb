//! What stands in the place of the archive where the program was built without it.

use crosscheck::calendar::NaiveDate;
use crosscheck::config::Settings;
use crosscheck::lexicon::Language;
use crosscheck::pipeline::{Earlier, Reading};
use crosscheck::source::Document;

use super::{ArchiveArgs, CommandArgs};
use crate::exit::{Exit, Failure};

/// There is none.
pub(crate) enum Archive {}

impl Archive {
    pub(crate) fn find(&mut self, _: &Language, _: &Settings, _: &Reading, _: &[Document]) -> Result<Earlier, Failure> {
        match *self {}
    }

    pub(crate) fn append(&mut self, _: &[Document]) -> Result<(), Failure> {
        match *self {}
    }
}

pub(crate) fn open(args: &ArchiveArgs, _: NaiveDate) -> Result<Option<Archive>, Failure> {
    if args.archive.is_some() { Err(refusal()) } else { Ok(None) }
}

pub(crate) fn run(_: &CommandArgs) -> Result<Exit, Failure> {
    Err(refusal())
}

fn refusal() -> Failure {
    Failure::new("this crosscheck was built without the archive; `cargo install --path . --features archive` builds it with it")
}
