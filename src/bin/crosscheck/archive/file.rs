//! The archive's file: how it is opened and told from others, its tables, and what its errors mean.
//!
//! In: a path. Out: a connection to an archive of this version. What never happens here: a file that is damaged, newer or of another
//! program changed in any way.
//!
//! The journal is that of `SQLite` by default, a file beside the archive that is there only while a batch is written: the archive is one file that
//! can be copied between runs, and one that a run left behind when it was killed is rolled back by the next. `synchronous` is `FULL`, so
//! that it is also whole after the power went: a batch is one transaction, and a few waits for the disk are nothing beside its check.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use crate::exit::Failure;

/// "crck": tells an archive from other files of `SQLite`.
const APPLICATION: i32 = 0x6372_636b;
/// The version of the tables below.
const FORMAT: i32 = 1;
/// How long a run waits for another that writes.
const PATIENCE: Duration = Duration::from_secs(30);

/// A document is a row, as it was given; `term` files it under what its stories are found by; `reading` says how that was read.
const TABLES: &str = "
CREATE TABLE batch (id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL) STRICT;
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT, batch INTEGER NOT NULL REFERENCES batch, content INTEGER NOT NULL UNIQUE,
    page TEXT NOT NULL, name TEXT NOT NULL, url TEXT, title TEXT, publisher TEXT, published TEXT, body INTEGER NOT NULL, whole INTEGER NOT NULL,
    articles INTEGER NOT NULL, claims INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX document_batch ON document (batch, articles, claims);
CREATE INDEX document_page ON document (page);
CREATE TABLE term (term INTEGER, document INTEGER, part INTEGER, share INTEGER NOT NULL, PRIMARY KEY (term, document, part)) STRICT, WITHOUT ROWID;
CREATE TABLE reading (version INTEGER NOT NULL) STRICT;
";

/// An open archive.
pub(super) struct File<'a> {
    pub(super) path: &'a Path,
    pub(super) connection: Connection,
}

impl<'a> File<'a> {
    /// Opens an archive; `None` where nothing is there, or an empty file.
    pub(super) fn open(path: &'a Path) -> Result<Option<Self>, Failure> {
        match std::fs::metadata(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::file("read", path, &error)),
            Ok(found) if found.is_file() && found.len() == 0 => return Ok(None),
            Ok(_) => {}
        }
        let file = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // The first batch of an archive may have been rolled back just now.
        let pages = file.told(file.connection.pragma_query_value(None, "page_count", |row| row.get::<_, i64>(0)))?;
        if pages == 0 {
            return Ok(None);
        }
        file.check()?;
        Ok(Some(file))
    }

    /// Opens an archive that must be there.
    pub(super) fn existing(path: &'a Path) -> Result<Self, Failure> {
        let missing = || Failure::new(format!("found no archive at `{}`; `crosscheck check --archive FILE` writes one", path.display()));
        Self::open(path)?.ok_or_else(missing)
    }

    /// Opens an archive for writing, with its tables where they are missing.
    pub(super) fn create(path: &'a Path) -> Result<Self, Failure> {
        match Self::open(path)? {
            Some(file) => Ok(file),
            None => Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE),
        }
    }

    fn connect(path: &'a Path, flags: OpenFlags) -> Result<Self, Failure> {
        let connection =
            Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(|error| failure(path, &error))?;
        let file = Self { path, connection };
        file.told(file.connection.busy_timeout(PATIENCE))?;
        file.told(file.connection.pragma_update(None, "synchronous", "FULL"))?;
        // Pages of a batch stay in memory until it is written: 64 MB.
        file.told(file.connection.pragma_update(None, "cache_size", -65_536))?;
        Ok(file)
    }

    /// Refuses what is no archive of this version.
    fn check(&self) -> Result<(), Failure> {
        let number = |name: &str| self.told(self.connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0)));
        let (application, format) = (number("application_id")?, number("user_version")?);
        let path = self.path.display();
        match (application == APPLICATION, format) {
            (false, _) => Err(Failure::new(format!(
                "expected an archive of crosscheck, found another program's data in `{path}`; it was left as it is"
            ))),
            (true, FORMAT) => Ok(()),
            (true, newer) => Err(Failure::new(format!(
                "`{path}` was written by a newer crosscheck (archive format {newer}, this one reads {FORMAT}); it was left as it is"
            ))),
        }
    }

    /// Begins to write: waits for another run that does. A new file gets its tables within the same transaction.
    pub(super) fn begin(&mut self, reading: i64) -> Result<Transaction<'_>, Failure> {
        let path = self.path;
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(|error| failure(path, &error))?;
        let prepared = (|| {
            // Read again under the lock: another run may have made the tables meanwhile.
            if transaction.pragma_query_value(None, "user_version", |row| row.get::<_, i32>(0))? == 0 {
                transaction.execute_batch(TABLES)?;
                transaction.pragma_update(None, "application_id", APPLICATION)?;
                transaction.pragma_update(None, "user_version", FORMAT)?;
                transaction.execute("INSERT INTO reading (version) VALUES (?1)", [reading])?;
            }
            Ok(())
        })();
        prepared.map_err(|error| failure(path, &error))?;
        Ok(transaction)
    }

    /// A result with its error in our words.
    pub(super) fn told<T>(&self, result: rusqlite::Result<T>) -> Result<T, Failure> {
        result.map_err(|error| failure(self.path, &error))
    }
}

/// What an error means for the user, and that nothing was lost.
pub(super) fn failure(path: &Path, error: &rusqlite::Error) -> Failure {
    let path = path.display();
    Failure::new(match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            format!("`{path}` is in use by another run, and still was after {} seconds; nothing was written, try again", PATIENCE.as_secs())
        }
        Some(ErrorCode::NotADatabase) => {
            format!("expected an archive of crosscheck, found something else in `{path}`; it was left as it is")
        }
        Some(ErrorCode::DatabaseCorrupt) => {
            format!("the archive `{path}` is damaged; it was left as it is: bring back a copy, or name another file")
        }
        Some(ErrorCode::ReadOnly) => format!("can't write to the archive `{path}`: it is read-only; --no-append reads it only"),
        Some(ErrorCode::DiskFull) => format!("can't write to the archive `{path}`: the disk is full; nothing was written"),
        _ => format!("can't use the archive `{path}`: {error}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_finds_the_file_in_use_says_so() {
        let path = std::env::temp_dir().join(format!("crosscheck-busy-{}.archive", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let (mut one, mut other) = (File::create(&path).unwrap(), File::create(&path).unwrap());
        let held = one.begin(1).unwrap();
        other.connection.busy_timeout(Duration::ZERO).unwrap();
        let refused = other.begin(1).map(drop).unwrap_err().to_string();
        assert!(refused.contains("in use by another run") && refused.contains("nothing was written"), "{refused}");
        held.commit().unwrap();
        assert!(other.begin(1).is_ok());
        std::fs::remove_file(&path).unwrap();
    }
}
