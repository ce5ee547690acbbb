//! A correction: what an article does not say about itself, claims that are of one fact or of two.
//!
//! In: an item and answers. Out: a line or two in crosscheck.toml, with everything else there as it is. What never happens here: a
//! decision on the item; the next run of `check` says what the correction changes.

use crosscheck::config::{Correction, Refused};
use crosscheck::diff::Item;
use crosscheck::render::review as page;
use crosscheck::report::json::{Claim, Report};

use super::ask::{Desk, Talk};
use crate::exit::Failure;
use crate::output;
use crate::settings;

/// Asks what to correct, and writes it.
pub(super) fn correct(item: &Item, evidence: Option<&Report>, desk: &Desk, talk: &mut Talk<'_>) -> Result<(), Failure> {
    let claims = evidence.map_or_else(Vec::new, |evidence| page::claims(item, evidence));
    if claims.is_empty() {
        writeln!(talk.out, "  none of its claims is in this report: nothing to correct")?;
        return Ok(());
    }
    let Some(correction) = asked(&claims, talk)? else { return Ok(()) };
    let path = &desk.config;
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Failure::file("read", path, &error)),
    };
    let name = settings::shown(path);
    match correction.into_text(&name, &text) {
        Ok(text) => {
            output::save(path, &text)?;
            let lines = correction.lines();
            writeln!(talk.out, "  written to `{name}`: {}", lines.trim_end().replace('\n', " "))?;
            writeln!(talk.out, "  run `crosscheck check` again to see what it changes")?;
        }
        Err(Refused::Unread(error)) => writeln!(talk.out, "  not written: {error}")?,
        Err(Refused::Inline) => {
            writeln!(talk.out, "  not written: the article stands in `{name}` on a line of another form; add there by hand:")?;
            write!(talk.out, "{}", correction.lines())?;
        }
    }
    Ok(())
}

/// What a desk says; nothing where it goes back.
fn asked(claims: &[&Claim], talk: &mut Talk<'_>) -> Result<Option<Correction>, Failure> {
    let question =
        "d date of an article, p its publisher, o what it is a copy of, j join claims to one fact, t keep claims apart, Enter back";
    let kind = talk.ask(question)?.unwrap_or_default();
    let (key, asks) = match kind.as_str() {
        "d" => ("published", "published on, such as 2025-03-01"),
        "p" => ("publisher", "published by"),
        "o" => ("copy-of", "a copy of the article named"),
        "j" => return joined("same", claims, talk),
        "t" => return joined("apart", claims, talk),
        _ => return Ok(None),
    };
    let Some(claim) = talk.ask("the number of a claim in the article")?.and_then(|answer| numbered(claims, &answer)) else {
        writeln!(talk.out, "  no claim has that number")?;
        return Ok(None);
    };
    let value = talk.ask(&format!("{} was {asks}", claim.doc))?.filter(|value| !value.is_empty());
    Ok(value.map(|value| Correction::Article { name: claim.doc.clone(), key, value }))
}

/// Claims by their numbers, or named as settings name them.
fn joined(key: &'static str, claims: &[&Claim], talk: &mut Talk<'_>) -> Result<Option<Correction>, Failure> {
    let question = "two claims or more, with a comma between: numbers, or names such as a.txt:12";
    let Some(answer) = talk.ask(question)? else { return Ok(None) };
    let mut named: Vec<String> = Vec::new();
    for part in answer.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            let Some(claim) = numbered(claims, part) else {
                writeln!(talk.out, "  no claim has the number {part}")?;
                return Ok(None);
            };
            named.push(name(claim));
        } else {
            named.push(part.to_owned());
        }
    }
    if named.len() < 2 {
        writeln!(talk.out, "  two claims or more are needed")?;
        return Ok(None);
    }
    Ok(Some(Correction::Claims { key, claims: named }))
}

fn numbered<'a>(claims: &[&'a Claim], number: &str) -> Option<&'a Claim> {
    claims.get(number.parse::<usize>().ok()?.checked_sub(1)?).copied()
}

/// A claim as settings name it.
fn name(claim: &Claim) -> String {
    if claim.field == "title" { format!("{} title", claim.doc) } else { format!("{}:{}:{}", claim.doc, claim.span.line, claim.span.column) }
}
