//! Looking into an archive: the articles that may tell of the stories of a batch, and earlier versions of its articles.
//!
//! In: documents with what is filed of them. Out: archived documents as they were given, in the order in which they were archived. What
//! never happens here: a look at every row; an article is found by its terms, its address or its name.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crosscheck::calendar::NaiveDate;
use crosscheck::pipeline::{Archived, page};
use crosscheck::source::{Document, Moment};
use crosscheck::story::{Key, MAY_BE_CLOSE};
use crosscheck::text::{Name, WordHash};
use rusqlite::{Connection, Row};

use super::file::File;
use super::keep::{Filing, signed};
use crate::exit::Failure;

/// Newest documents that are looked at under one term: one that more hold tells little.
const UNDER_TERM: i64 = 2000;
/// Terms that two articles share where they may tell of one story.
const SHARED: usize = 2;
/// Most archived articles that one of the batch is held against, those that share most first, then the newest.
const FOR_ARTICLE: usize = 50;
/// Newest documents of one name or address that are looked at.
const VERSIONS: i64 = 16;

/// The archived documents that belong beside a batch.
pub(super) fn earlier(file: &mut File<'_>, documents: &[Document], filings: &[Filing]) -> Result<Vec<Archived>, Failure> {
    let transaction = file.connection.transaction();
    let found = transaction.and_then(|transaction| {
        let ids = ids(&transaction, documents, filings)?;
        ids.into_iter().map(|id| archived(&transaction, id)).collect()
    });
    found.map_err(|error| super::file::failure(file.path, &error))
}

fn ids(connection: &Connection, documents: &[Document], filings: &[Filing]) -> rusqlite::Result<BTreeSet<i64>> {
    let mut found = BTreeSet::new();
    let mut of_term = connection.prepare("SELECT document, part, share FROM term WHERE term = ?1 ORDER BY document DESC LIMIT ?2")?;
    let mut under: BTreeMap<WordHash, Vec<(i64, i64, u32)>> = BTreeMap::new();
    let mut held: Vec<(i64, i64, u32)> = Vec::new();
    for keys in filings.iter().flat_map(|filing| &filing.parts) {
        held.clear();
        for &Key { term, share } in keys {
            if let Entry::Vacant(entry) = under.entry(term) {
                let rows = of_term.query_map((signed(term), UNDER_TERM), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
                entry.insert(rows.collect::<rusqlite::Result<_>>()?);
            }
            let both = |&(document, part, other): &(i64, i64, u32)| (document, part, u32::from(share).saturating_mul(other));
            held.extend(under.get(&term).into_iter().flatten().map(both));
        }
        held.sort_unstable();
        let close = |held: &[(i64, i64, u32)]| {
            let shared = held.iter().fold(0_u32, |sum, (_, _, both)| sum.saturating_add(*both));
            (held.len() >= SHARED && shared >= MAY_BE_CLOSE).then(|| (shared, held[0].0))
        };
        let mut near: Vec<(u32, i64)> = held.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter_map(close).collect();
        near.sort_unstable_by(|a, b| b.cmp(a));
        found.extend(near.iter().take(FOR_ARTICLE).map(|(_, document)| *document));
    }
    let mut of_page = connection.prepare("SELECT id FROM document WHERE page = ?1 ORDER BY id DESC LIMIT ?2")?;
    for document in documents {
        let rows = of_page.query_map((page(document), VERSIONS), |row| row.get::<_, i64>(0))?;
        for id in rows {
            found.insert(id?);
        }
    }
    Ok(found)
}

/// The columns of a document.
const COLUMNS: &str = "document.id, name, url, title, publisher, published, body, whole, text";

fn archived(connection: &Connection, id: i64) -> rusqlite::Result<Archived> {
    let query = format!("SELECT {COLUMNS}, day FROM document JOIN batch ON batch.id = batch WHERE document.id = ?1");
    connection.prepare_cached(&query)?.query_row([id], |row| {
        let day: String = row.get(9)?;
        Ok(Archived { document: document(row)?, day: day.parse::<NaiveDate>().unwrap_or_default() })
    })
}

/// Up to `most` documents past `last`, each named by its number, for what is filed under a name must not meet.
pub(super) fn after(connection: &Connection, last: i64, most: i64) -> rusqlite::Result<(Vec<i64>, Vec<Document>)> {
    let query = format!("SELECT {COLUMNS} FROM document WHERE id > ?1 ORDER BY id LIMIT ?2");
    let mut statement = connection.prepare_cached(&query)?;
    let rows = statement.query_map([last, most], |row| {
        let id: i64 = row.get(0)?;
        Ok((id, Document { name: id.to_string().into(), ..document(row)? }))
    })?;
    rows.collect()
}

/// A document as it was given.
fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    let text = |at: usize| -> rusqlite::Result<Option<Name>> { Ok(row.get_ref(at)?.as_str_or_null()?.map(Into::into)) };
    let published: Option<String> = row.get(5)?;
    Ok(Document {
        name: text(1)?.unwrap_or_else(|| "".into()),
        url: text(2)?,
        title: text(3)?,
        publisher: text(4)?,
        published: published.and_then(|published| published.parse::<Moment>().ok()),
        body: row.get(6)?,
        whole: row.get(7)?,
        text: text(8)?.unwrap_or_else(|| "".into()),
        ..Document::default()
    })
}
