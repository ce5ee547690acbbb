//! Claims for tests, from sentences that mark their mentions: "about [40] people were killed".
//!
//! In: a sentence with brackets around each figure. Out: its claims. What never happens here: reading of numbers; a marked word is a
//! figure of digits or one of a few number words, with the bound that a word before a bar gives: "[over|over 13,000]".

use super::{Accumulation, Claim, Evidence, Field, Settings, Status, Told, read_into};
use crate::article::Article;
use crate::layout::{Block, Zone};
use crate::lexicon::Language;
use crate::mention::{Kind, Mention};
use crate::text::{Folded, Span};
use crate::value::{Bound, Decimal, Interval, Value};

const SMALL: [&str; 13] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The text without its brackets, and the mentions that they marked.
fn marked(text: &str) -> (String, Vec<Mention>) {
    let mut plain = String::new();
    let mut mentions = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, after) = after.split_once(']').expect("a closing bracket");
        plain.push_str(before);
        let (kind, words) = match inside.split_once('|') {
            Some(("age", words)) => (Kind::Age, words),
            Some(("date", words)) => (Kind::Date, words),
            Some(("percent", words)) => (Kind::Percent, words),
            Some(("time", words)) => (Kind::Time, words),
            Some(("duration", words)) => (Kind::Duration, words),
            Some(("ordinal", words)) => (Kind::Ordinal, words),
            Some(("money", words)) => (Kind::Money, words),
            _ => (Kind::Number, inside),
        };
        let start = plain.len();
        plain.push_str(words);
        let span = Span::new(start, plain.len());
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        let small = SMALL.iter().position(|small| small.eq_ignore_ascii_case(words)).and_then(|small| i64::try_from(small).ok());
        let number = Decimal::parse(&digits).or(small.map(Decimal::from));
        let bound = if words.starts_with(|first: char| first.is_ascii_digit()) || small.is_some() { Bound::Exact } else { Bound::Approx };
        let value = number.map(|number| Value {
            first: Some(number),
            low: Some(number),
            high: Some(number),
            best: Some(number),
            interval: Interval::point(number),
            bound,
            ..Value::default()
        });
        mentions.push(Mention { span, figure: span, kind, value: value.filter(|_| !matches!(kind, Kind::Date | Kind::Time)), time: None });
        rest = after;
    }
    plain.push_str(rest);
    (plain, mentions)
}

/// The claims of a marked text, with the text.
pub(super) fn claims(text: &str) -> (String, Vec<Claim>) {
    claims_with(text, Settings::default())
}

/// Field, words and rule of each piece of evidence of the first claim.
pub(super) fn explained(text: &str, evidence: bool) -> Vec<String> {
    let (plain, claims) = claims_with(text, Settings { evidence, ..Settings::default() });
    let show =
        |evidence: &Evidence| format!("{}: {}, {}", evidence.field, evidence.span.map_or("-", |span| span.of(&plain)), evidence.rule);
    claims.first().map(|claim| claim.evidence.iter().map(show).collect()).unwrap_or_default()
}

fn claims_with(text: &str, settings: Settings) -> (String, Vec<Claim>) {
    let (plain, mentions) = marked(text);
    let article =
        Article { blocks: vec![Block { span: Span::new(0, plain.len()), zone: Zone::Body }], anchors: vec![None], ..Article::default() };
    let mut found = Vec::new();
    read_into(Language::english(), &article, Field::Text, &Folded::new(&plain), &mentions, settings, &mut found);
    (plain, found)
}

/// "head/measure" of each claim of a marked text, "-" for none.
pub(super) fn counted(text: &str) -> String {
    let (_, claims) = claims(text);
    let show = |claim: &Claim| match &claim.counted {
        Some(counted) => format!("{}/{}", counted.head, counted.measure.as_deref().unwrap_or("-")),
        None => "-".to_owned(),
    };
    claims.iter().map(show).collect::<Vec<_>>().join(" ")
}

/// Each claim of a marked text as a card: value, what is counted, then what the words say of status, kind of count and scope.
pub(super) fn cards(text: &str) -> String {
    let (_, claims) = claims(text);
    let show = |claim: &Claim| {
        let Some(counted) = &claim.counted else { return "-".to_owned() };
        let value = claim.value.as_ref().and_then(|value| value.first).map_or_else(String::new, |value| value.to_string());
        let mut card = format!("{value} {}/{}", counted.head, counted.measure.as_deref().unwrap_or("-"));
        if let Some(event) = claim.event.as_ref().filter(|event| event.status != Status::Happened) {
            card += &format!(" {:?}", event.status).to_lowercase();
        }
        if claim.accumulation != Accumulation::Unknown {
            card += &format!(" {:?}", claim.accumulation).to_lowercase();
        }
        if let Some(scope) = &claim.scope {
            card = format!("{card} ({scope})");
        }
        card
    };
    claims.iter().filter(|claim| claim.value.is_some()).map(show).collect::<Vec<_>>().join("; ")
}

/// Actor, place and sources of each claim that counts something: "North Korea @ Kursk < officials". What names nothing is in brackets.
pub(super) fn told(text: &str) -> String {
    let (_, claims) = claims(text);
    let show = |claim: &Claim| {
        let name = |told: &Option<Told>| match told {
            Some(told) if told.is_named() => told.name.to_string(),
            Some(told) => format!("({})", told.name),
            None => "-".to_owned(),
        };
        let sources: Vec<&str> = claim.attribution.iter().map(|said| &*said.source).collect();
        format!(
            "{} @ {} < {}",
            name(&claim.actor),
            name(&claim.place),
            if sources.is_empty() { "-".to_owned() } else { sources.join(", ") }
        )
    };
    claims.iter().filter(|claim| claim.counted.is_some()).map(show).collect::<Vec<_>>().join("; ")
}
