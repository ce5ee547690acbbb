//! How a text was read: each claim with its fields, and the words that each came from.
//!
//! In: an article's claims. Out: lines for people. What never happens here: a field that was not told is left out without a word where
//! the claim says why.

use std::io::{self, Write};

use crate::article::Article;
use crate::claim::{Claim, Field};
use crate::render::Style;
use crate::render::excerpt::{clean, excerpt};
use crate::render::layout::wrap;
use crate::render::paint::{Ink, Paint};
use crate::report::json::{
    accumulation_name, as_of_basis_name, basis_name, bound_name, grain_name, kind_name, mod_name, status_name, zone_name,
};
use crate::rules::wording;
use crate::value::{Bound, Value};

/// Columns of a field's name.
const NAME: usize = 14;

/// Writes how the claims of an article were read.
///
/// # Errors
///
/// Where `out` fails.
pub fn card(article: &Article, text: &str, claims: &[Claim], style: Style, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint { on: style.colours };
    match &article.published {
        Some(published) => {
            let doubt = if published.doubt.is_some() { ", doubtful" } else { "" };
            writeln!(out, "published {} ({}{doubt})", wording::day(published.date), basis_name(published.basis))?;
        }
        None => writeln!(out, "no date of publication; --published DATE gives one")?,
    }
    if claims.is_empty() {
        return writeln!(out, "no figure and no date found");
    }
    for claim in claims {
        let field = match claim.field {
            Field::Title => article.title.as_deref().unwrap_or_default(),
            Field::Text => text,
        };
        let line = excerpt(field, claim.sentence, claim.span, style.width);
        writeln!(out, "\n{}{}{}", line.before, paint.ink(Ink::Figure, &line.marked), line.after)?;
        for (name, told) in fields(claim) {
            let first = format!("  {name:<NAME$}");
            for (index, line) in wrap(&told, style.width, &first, &" ".repeat(NAME + 2)).iter().enumerate() {
                match line.strip_prefix(&first).filter(|_| index == 0) {
                    Some(rest) => writeln!(out, "{}{rest}", paint.ink(Ink::Frame, &first))?,
                    None => writeln!(out, "{line}")?,
                }
            }
        }
        for evidence in &claim.evidence {
            let words = evidence.span.map_or_else(|| "not told".to_owned(), |span| format!("\"{}\"", clean(span.of(field))));
            writeln!(out, "{}", paint.ink(Ink::Frame, &format!("    {} from {words}: {}", evidence.field, evidence.rule)))?;
        }
    }
    Ok(())
}

/// The fields of a claim that the words told.
fn fields(claim: &Claim) -> Vec<(&'static str, String)> {
    let mut fields = vec![("kind", kind_name(claim.kind).to_owned())];
    if let Some(value) = &claim.value {
        fields.push(("figure", stands_for(value)));
    }
    if let Some(date) = &claim.date {
        let days = date.days.map_or_else(|| "open: no day to count from".to_owned(), wording::days);
        let grain = date.grain.map_or_else(String::new, |grain| format!(" ({})", grain_name(grain)));
        let modifier = date.modifier.map_or_else(String::new, |modifier| format!(", {}", mod_name(modifier)));
        let anchor = date.anchor.map_or_else(String::new, |anchor| format!(", counted from {}", wording::day(anchor)));
        let swapped =
            date.swapped.map_or_else(String::new, |day| format!(", or {} if day and month are the other way round", wording::day(day)));
        fields.push(("date", format!("{days}{grain}, TIMEX3 {}{modifier}{anchor}{swapped}", date.timex)));
    }
    if let Some(counted) = &claim.counted {
        let measure = counted.measure.as_ref().map_or_else(|| "no measure".to_owned(), |measure| format!("measure {measure}"));
        fields.push(("counted", format!("{} (head \"{}\"), {measure}", clean(&counted.phrase), counted.head)));
    }
    if let Some(event) = &claim.event {
        fields.push(("event", format!("{}, {}", event.verb, status_name(event.status))));
    }
    fields.extend(claim.actor.as_ref().map(|actor| ("actor", actor.name.to_string())));
    fields.extend(claim.place.as_ref().map(|place| ("place", place.name.to_string())));
    if let Some(as_of) = &claim.as_of {
        fields.push(("as of", format!("{} ({})", wording::days(as_of.days), as_of_basis_name(as_of.basis))));
    }
    if claim.accumulation != crate::claim::Accumulation::Unknown {
        fields.push(("accumulation", accumulation_name(claim.accumulation).to_owned()));
    }
    fields.extend(claim.scope.as_ref().map(|scope| ("scope", scope.to_string())));
    let said: Vec<String> = claim.attribution.iter().map(|said| format!("{} (\"{}\")", clean(&said.source), clean(&said.cue))).collect();
    fields.push(("who says so", if said.is_empty() { crate::render::rows::NO_ONE.to_owned() } else { said.join(", quoted by ") }));
    if zone_name(claim.zone) != "body" {
        fields.push(("zone", zone_name(claim.zone).to_owned()));
    }
    fields
}

/// "50; at least; stands for [50, –)".
fn stands_for(value: &Value) -> String {
    let stated: Vec<String> = value.stated().map(wording::digits).collect();
    let unit = value.unit.as_ref().map_or_else(String::new, |unit| format!(" {unit}"));
    let per = value.per.as_ref().map_or_else(String::new, |per| format!(" a {per}"));
    let approximate = if value.approximate && value.bound != Bound::Approx { ", approximate" } else { "" };
    let stated = if stated.is_empty() { "no digits".to_owned() } else { stated.join(" and ") };
    format!(
        "{stated}{unit}{per}; {}{approximate}; stands for {}",
        bound_name(value.bound).replace('_', " "),
        wording::interval(value.interval)
    )
}
