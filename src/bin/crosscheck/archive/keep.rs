//! The archive of one check: looked into before the comparison, written to after it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crosscheck::calendar::NaiveDate;
use crosscheck::config::Settings;
use crosscheck::lexicon::Language;
use crosscheck::pipeline::{self, Earlier, Reading};
use crosscheck::source::Document;
use crosscheck::story::Key;

use super::file::File;
use super::{ArchiveArgs, append, find};
use crate::exit::Failure;

/// The archive of a check.
pub(crate) struct Archive {
    path: PathBuf,
    append: bool,
    today: NaiveDate,
    filings: Vec<Filing>,
}

/// What is filed of a document.
#[derive(Debug, Default)]
pub(super) struct Filing {
    /// The keys of each of its articles.
    pub(super) parts: Vec<Vec<Key>>,
    /// How many claims they make.
    pub(super) claims: usize,
}

/// The archive that `args` name. One that cannot be used is said before the work, not after it.
pub(crate) fn open(args: &ArchiveArgs, today: NaiveDate) -> Result<Option<Archive>, Failure> {
    let Some(path) = &args.archive else { return Ok(None) };
    if args.no_append {
        File::existing(path)?;
    } else {
        File::open(path)?;
    }
    Ok(Some(Archive { path: path.clone(), append: !args.no_append, today, filings: Vec::new() }))
}

impl Archive {
    /// The earlier articles that may tell of the stories of a batch.
    pub(crate) fn find(
        &mut self,
        language: &Language,
        settings: &Settings,
        reading: &Reading,
        documents: &[Document],
    ) -> Result<Earlier, Failure> {
        self.filings = filings(reading, documents);
        let articles = match File::open(&self.path)? {
            Some(mut file) => {
                append::refresh(&mut file, language, settings)?;
                find::earlier(&mut file, documents, &self.filings)?
            }
            None => Vec::new(),
        };
        Ok(Earlier { articles, today: self.today })
    }

    /// Keeps the articles of a batch: all of them, or, where anything fails, none.
    pub(crate) fn append(&mut self, documents: &[Document]) -> Result<(), Failure> {
        if !self.append {
            return Ok(());
        }
        let new = append::batch(&mut File::create(&self.path)?, self.today, documents, &self.filings)?;
        let path = self.path.display();
        crate::tell(&match new {
            0 => format!("nothing new for `{path}`"),
            1 => format!("1 article kept in `{path}`"),
            many => format!("{many} articles kept in `{path}`"),
        });
        Ok(())
    }
}

/// What is filed of each document, in their order.
pub(super) fn filings(reading: &Reading, documents: &[Document]) -> Vec<Filing> {
    let places: BTreeMap<&str, usize> = documents.iter().enumerate().map(|(at, document)| (&*document.name, at)).collect();
    let mut filings: Vec<Filing> = documents.iter().map(|_| Filing::default()).collect();
    for filed in reading.filed() {
        // An article is named as its document, or, of several, `NAME#1`, `NAME#2` …
        let whole = || filed.doc.rsplit_once('#').and_then(|(name, _)| places.get(name));
        let Some(&at) = places.get(&**filed.doc).or_else(whole) else { continue };
        filings[at].parts.push(filed.keys);
        filings[at].claims += filed.claims;
    }
    filings
}

/// The version of what is filed, as the file holds it.
pub(super) fn reading() -> i64 {
    signed(pipeline::version())
}

/// A hash as the file holds it.
pub(super) fn signed(hash: u64) -> i64 {
    hash.cast_signed()
}
