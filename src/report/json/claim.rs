//! A claim turned into its JSON form.

use super::names::{
    accumulation_name, as_of_basis_name, bound_name, direction_name, field_name, grain_name, kind_name, mod_name, status_name, zone_name,
};
use super::{AsOf, Attribution, Claim, Counted, Date, Event, Evidence, Interval, Number, Position, Quote, Value};
use crate::article::Article;
use crate::claim::{self, Field};
use crate::text::{Lines, Span, id_of, stable_hash};
use crate::value::{self, Decimal};

/// How many bytes of context a quotation carries on either side, at most.
const CONTEXT: usize = 32;

/// The id of an article: a stable hash of its name.
pub fn article_key(doc: &str) -> String {
    id_of('a', stable_hash([doc]))
}

/// A claim in its JSON form, as yet of no fact and no origin. `text` is the field that the claim stands in, as given, and `lines` its lines.
pub fn claim(article: &Article, claim: &claim::Claim, text: &str, lines: &Lines) -> Claim {
    let (line, column) = lines.position(text, claim.span.start);
    Claim {
        id: claim_key(&article.doc, claim.field, claim.span),
        article: article_key(&article.doc),
        doc: article.doc.to_string(),
        field: field_name(claim.field).to_owned(),
        zone: zone_name(claim.zone).to_owned(),
        fact: None,
        origin: None,
        kind: kind_name(claim.kind).to_owned(),
        text: claim.span.of(text).to_owned(),
        span: Position { start: claim.span.start, end: claim.span.end, line, column },
        value: claim.value.as_ref().map(value_form),
        converted: claim.converted.as_deref().map(value_form),
        date: claim.date.as_ref().map(|date| Date {
            start: date.days.map(|days| days.start().to_string()),
            end: date.days.map(|days| days.end().to_string()),
            grain: date.grain.map(|grain| grain_name(grain).to_owned()),
            timex: date.timex.to_string(),
            modifier: date.modifier.map(|modifier| mod_name(modifier).to_owned()),
            anchor: date.anchor.map(|anchor| anchor.to_string()),
            swapped: date.swapped.map(|day| day.to_string()),
        }),
        counted: claim.counted.as_ref().map(|counted| Counted {
            head: counted.head.to_string(),
            phrase: counted.phrase.to_string(),
            measure: counted.measure.as_deref().map(str::to_owned),
        }),
        event: claim.event.as_ref().map(|event| Event { verb: event.verb.to_string(), status: status_name(event.status).to_owned() }),
        actor: claim.actor.as_ref().map(|actor| actor.name.to_string()),
        place: claim.place.as_ref().map(|place| place.name.to_string()),
        as_of: claim.as_of.as_ref().map(|as_of| AsOf {
            start: as_of.days.start().to_string(),
            end: as_of.days.end().to_string(),
            basis: as_of_basis_name(as_of.basis).to_owned(),
        }),
        accumulation: accumulation_name(claim.accumulation).to_owned(),
        scope: claim.scope.as_deref().map(str::to_owned),
        attribution: claim
            .attribution
            .iter()
            .map(|said| Attribution { source: said.source.to_string(), cue: said.cue.to_string() })
            .collect(),
        quote: quote(text, claim.span),
        sentence: (!claim.evidence.is_empty()).then(|| claim.sentence.join(claim.span).of(text).to_owned()),
        evidence: claim
            .evidence
            .iter()
            .map(|from| Evidence {
                field: from.field.to_owned(),
                words: from.span.map(|span| span.of(text).to_owned()),
                rule: from.rule.to_owned(),
            })
            .collect(),
    }
}

fn value_form(value: &value::Value) -> Value {
    let number = |decimal: Option<Decimal>| decimal.map(Number);
    Value {
        stated: value.stated().map(Number).collect(),
        low: number(value.low),
        best: number(value.best),
        high: number(value.high),
        bound: bound_name(value.bound).to_owned(),
        approximate: value.approximate,
        interval: Interval {
            low: value.interval.low.map(|end| Number(end.value)),
            high: value.interval.high.map(|end| Number(end.value)),
            low_open: value.interval.low.is_some_and(|end| end.open),
            high_open: value.interval.high.is_some_and(|end| end.open),
        },
        direction: value.direction.map(|direction| direction_name(direction).to_owned()),
        unit: value.unit.as_deref().map(str::to_owned),
        per: value.per.as_deref().map(str::to_owned),
    }
}

/// The id of a claim: a stable hash of its article's name, its field and its span.
pub fn claim_key(doc: &str, field: Field, span: Span) -> String {
    claim::key(doc, field, span)
}

/// The words of `span` with their neighbours.
fn quote(text: &str, span: Span) -> Quote {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let from = before.ceil_char_boundary(before.len().saturating_sub(CONTEXT));
    let to = after.floor_char_boundary(CONTEXT.min(after.len()));
    Quote { exact: span.of(text).to_owned(), prefix: before[from..].to_owned(), suffix: after[..to].to_owned() }
}
