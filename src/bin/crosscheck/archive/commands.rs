//! `crosscheck archive`: what an archive holds, and how to make it smaller.

use std::path::Path;

use rusqlite::Connection;

use super::CommandArgs;
use super::args::{Command, DropArgs, ListArgs};
use super::file::{File, failure};
use super::keep::reading;
use crate::args::ListFormat;
use crate::exit::{Exit, Failure};
use crate::output;

pub(crate) fn run(args: &CommandArgs) -> Result<Exit, Failure> {
    match &args.command {
        Command::List(args) => list(args)?,
        Command::Drop(args) => drop_batches(args)?,
        Command::Vacuum(args) => vacuum(&args.file)?,
    }
    Ok(Exit::Clean)
}

/// A batch as it is listed.
struct Batch {
    id: i64,
    day: String,
    articles: i64,
    claims: i64,
}

fn batches(connection: &Connection) -> rusqlite::Result<Vec<Batch>> {
    let query = "SELECT batch.id, day, coalesce(sum(articles), 0), coalesce(sum(claims), 0)
                 FROM batch LEFT JOIN document ON document.batch = batch.id GROUP BY batch.id ORDER BY batch.id";
    let mut statement = connection.prepare(query)?;
    let rows =
        statement.query_map([], |row| Ok(Batch { id: row.get(0)?, day: row.get(1)?, articles: row.get(2)?, claims: row.get(3)? }))?;
    rows.collect()
}

fn list(args: &ListArgs) -> Result<(), Failure> {
    let file = File::existing(&args.file)?;
    let batches = file.told(batches(&file.connection))?;
    output::to(&args.output, |out| match args.format {
        ListFormat::Full => {
            writeln!(out, "batch  day         articles  claims")?;
            for Batch { id, day, articles, claims } in &batches {
                writeln!(out, "{id:>5}  {day:<10}  {articles:>8}  {claims:>6}")?;
            }
            Ok(())
        }
        ListFormat::Jsonl => batches.iter().try_for_each(|Batch { id, day, articles, claims }| {
            let row = serde_json::json!({"batch": id, "day": day, "articles": articles, "claims": claims});
            writeln!(out, "{row}")
        }),
    })
}

fn drop_batches(args: &DropArgs) -> Result<(), Failure> {
    let mut file = File::existing(&args.file)?;
    let held = file.told(batches(&file.connection))?;
    let unknown = args.batches.iter().find(|wanted| held.iter().all(|batch| batch.id != **wanted));
    if let Some(unknown) = unknown {
        return Err(Failure::new(format!("found no batch {unknown} in `{}`; `crosscheck archive list` shows them", args.file.display())));
    }
    let before = args.before.map(|day| day.to_string());
    let goes = |batch: &&Batch| args.batches.contains(&batch.id) || before.as_ref().is_some_and(|before| batch.day < *before);
    let dropped: Vec<&Batch> = held.iter().filter(goes).collect();
    let transaction = file.begin(reading())?;
    let write = || {
        transaction.execute_batch("CREATE TEMP TABLE dropped (id INTEGER PRIMARY KEY)")?;
        for batch in &dropped {
            transaction.execute("INSERT OR IGNORE INTO dropped (id) VALUES (?1)", [batch.id])?;
        }
        // One pass over the terms, which are filed by term and not by document.
        transaction.execute_batch(
            "DELETE FROM term WHERE document IN (SELECT id FROM document WHERE batch IN (SELECT id FROM dropped));
             DELETE FROM document WHERE batch IN (SELECT id FROM dropped);
             DELETE FROM batch WHERE id IN (SELECT id FROM dropped);
             DROP TABLE dropped;",
        )?;
        transaction.commit()
    };
    write().map_err(|error| failure(&args.file, &error))?;
    let articles: i64 = dropped.iter().map(|batch| batch.articles).sum();
    crate::tell(&format!(
        "dropped {} of {} batches, {articles} articles; `crosscheck archive vacuum` gives their room back",
        dropped.len(),
        held.len()
    ));
    Ok(())
}

fn vacuum(path: &Path) -> Result<(), Failure> {
    let size = || std::fs::metadata(path).map_or(0, |found| found.len());
    let before = size();
    let file = File::existing(path)?;
    file.told(file.connection.execute_batch("VACUUM"))?;
    drop(file);
    crate::tell(&format!("`{}`: {} kB, before {} kB", path.display(), size().div_ceil(1000), before.div_ceil(1000)));
    Ok(())
}
