//! Writing to an archive: a batch in one transaction, and its index anew where articles are read in another way than when it was written.
//!
//! In: documents with what is filed of them. Out: rows. What never happens here: half of a batch, a document twice.

use crosscheck::calendar::NaiveDate;
use crosscheck::config::Settings;
use crosscheck::lexicon::Language;
use crosscheck::pipeline::{Reading, content, page};
use crosscheck::source::Document;
use rusqlite::{Transaction, params};

use super::file::{File, failure};
use super::find;
use super::keep::{Filing, filings, reading, signed};
use crate::exit::Failure;

/// Documents that are read at once when the index is written anew.
const AT_ONCE: i64 = 4096;

/// Writes a batch; gives the number of its articles that were not there.
pub(super) fn batch(file: &mut File<'_>, today: NaiveDate, documents: &[Document], filings: &[Filing]) -> Result<usize, Failure> {
    let path = file.path;
    let transaction = file.begin(reading())?;
    let write = || {
        let new = rows(&transaction, today, documents, filings)?;
        transaction.commit()?;
        Ok(new)
    };
    write().map_err(|error| failure(path, &error))
}

/// The rows of a batch. Nothing is committed here.
fn rows(transaction: &Transaction<'_>, today: NaiveDate, documents: &[Document], filings: &[Filing]) -> rusqlite::Result<usize> {
    let mut insert = transaction.prepare(
        "INSERT INTO document (batch, content, page, name, url, title, publisher, published, body, whole, articles, claims, text)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (content) DO NOTHING",
    )?;
    let (mut batch, mut new, mut terms) = (None, 0, Vec::new());
    for (document, filing) in documents.iter().zip(filings) {
        let content = signed(content(document));
        let known = transaction.prepare_cached("SELECT 1 FROM document WHERE content = ?1")?.exists([content])?;
        if known {
            continue;
        }
        // A batch of which all is known leaves no row.
        let batch = if let Some(batch) = batch {
            batch
        } else {
            transaction.execute("INSERT INTO batch (day) VALUES (?1)", [today.to_string()])?;
            *batch.insert(transaction.last_insert_rowid())
        };
        let published = document.published.map(|moment| match moment.time {
            Some(time) => format!("{} {time}", moment.date),
            None => moment.date.to_string(),
        });
        insert.execute(params![
            batch,
            content,
            page(document),
            &*document.name,
            document.url.as_deref(),
            document.title.as_deref(),
            document.publisher.as_deref(),
            published,
            document.body,
            document.whole,
            number(filing.parts.len()),
            number(filing.claims),
            &*document.text,
        ])?;
        new += filing.parts.len();
        file_under(transaction.last_insert_rowid(), filing, &mut terms);
    }
    file_terms(transaction, terms)?;
    Ok(new)
}

/// A term, the document filed under it, which of its articles, and how much of that the term is.
type Term = (i64, i64, i64, u16);

fn file_under(document: i64, filing: &Filing, terms: &mut Vec<Term>) {
    for (part, keys) in (0..).zip(&filing.parts) {
        terms.extend(keys.iter().map(|key| (signed(key.term), document, part, key.share)));
    }
}

/// Writes terms in their order, so that the index grows page by page.
fn file_terms(transaction: &Transaction<'_>, mut terms: Vec<Term>) -> rusqlite::Result<()> {
    terms.sort_unstable();
    let mut insert = transaction.prepare("INSERT OR IGNORE INTO term (term, document, part, share) VALUES (?1, ?2, ?3, ?4)")?;
    terms.into_iter().try_for_each(|term| insert.execute(term).map(|_| ()))
}

/// Reads every archived article again where the index was written by a crosscheck that reads in another way.
pub(super) fn refresh(file: &mut File<'_>, language: &Language, settings: &Settings) -> Result<(), Failure> {
    let version = || file.connection.query_row("SELECT version FROM reading", [], |row| row.get::<_, i64>(0));
    if file.told(version())? == reading() {
        return Ok(());
    }
    crate::tell("the archive was written by another version of crosscheck; its articles are read again");
    let path = file.path;
    let transaction = file.begin(reading())?;
    let write = || {
        transaction.execute("DELETE FROM term", [])?;
        let mut last = 0;
        loop {
            let (ids, documents) = find::after(&transaction, last, AT_ONCE)?;
            let Some(&end) = ids.last() else { break };
            let mut terms = Vec::new();
            for (id, filing) in ids.iter().zip(filings(&Reading::new(language, settings, &documents), &documents)) {
                file_under(*id, &filing, &mut terms);
            }
            file_terms(&transaction, terms)?;
            last = end;
        }
        transaction.execute("UPDATE reading SET version = ?1", [reading()])?;
        transaction.commit()
    };
    write().map_err(|error| failure(path, &error))
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
