//! Small batches made by hand, for tests of rules, reports, changes and renderers.

use super::{Case, Finding, Rule, Version, check};
use crate::article::{self, Article, Basis, Published};
use crate::calendar::{DateValue, DayInterval, Grain, NaiveDate};
use crate::claim::{self, Accumulation, AsOf, AsOfBasis, Attribution, Claim, Counted, Field};
use crate::fact::{Counting, Fact, Role};
use crate::layout::{Block, Zone};
use crate::mention::Kind;
use crate::story::{self, Story};
use crate::text::{Few, Span};
use crate::value::{Bound, Decimal, Interval, Value};
use crate::verdict;

/// A day of 2025.
pub(crate) fn day(month: u32, of_month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, of_month).unwrap()
}

/// A value in shorthand: `41`, `>40`, `>=40`, `<40`, `<=40`, `~40`, `40-50`.
pub(crate) fn value(short: &str) -> Value {
    let number = |digits: &str| Decimal::parse(digits).unwrap_or_else(|| panic!("a number: {digits}"));
    let one = |bound, digits: &str, make: fn(Decimal) -> Interval, low: bool, high: bool| {
        let first = number(digits);
        let best = (low && high).then_some(first);
        Value {
            first: Some(first),
            low: low.then_some(first),
            best,
            high: high.then_some(first),
            interval: make(first),
            bound,
            ..Value::default()
        }
    };
    if let Some(digits) = short.strip_prefix(">=") {
        one(Bound::AtLeast, digits, Interval::from, true, false)
    } else if let Some(digits) = short.strip_prefix('>') {
        one(Bound::MoreThan, digits, Interval::above, true, false)
    } else if let Some(digits) = short.strip_prefix("<=") {
        one(Bound::AtMost, digits, Interval::up_to, false, true)
    } else if let Some(digits) = short.strip_prefix('<') {
        one(Bound::LessThan, digits, Interval::below, false, true)
    } else if let Some(digits) = short.strip_prefix('~') {
        let spread =
            |number: Decimal| Interval::closed(number.minus(number.last_unit()).unwrap(), number.plus(number.last_unit()).unwrap());
        Value { approximate: true, ..one(Bound::Approx, digits, spread, true, true) }
    } else if let Some((low, high)) = short.split_once('-') {
        let (low, high) = (number(low), number(high));
        let (first, second) = (Some(low), Some(high));
        let interval = Interval::closed(low.min(high), low.max(high));
        Value { first, second, low: first, high: second, interval, bound: Bound::Range, ..Value::default() }
    } else {
        one(Bound::Exact, short, Interval::point, true, true)
    }
}

/// A batch of one story. In a text `[words|value]` is a claim of the fact under test, `[words|value|source]` one that is attributed,
/// `{words|2025-03-01|2025-03-02}` a dated one.
pub(crate) struct Batch {
    case: Case,
    fact: Fact,
}

impl Batch {
    /// A batch whose claims state `label`, an event's toll.
    pub(crate) fn toll(label: &str) -> Self {
        Self::new(label, Counting::Toll(None))
    }

    pub(crate) fn new(label: &str, counting: Counting) -> Self {
        let fact = Fact {
            key: format!("f_{:016x}", crate::text::stable_hash([label])).into(),
            label: label.into(),
            stories: Few::from([story::Id(0)]),
            measure: None,
            unit: None,
            claims: Vec::new(),
            related: Few::new(),
            counting,
            joined: Few::new(),
            doer_died: false,
            after_one: Few::new(),
            some_of: Few::new(),
            changed: Few::new(),
        };
        let story = Story { label: label.into(), ..Story::default() };
        Self { case: Case { stories: vec![story], ..Case::default() }, fact }
    }

    /// One more article, published on `date` where that is known; its first line is its headline where it ends in `!`.
    pub(crate) fn article(mut self, doc: &str, date: Option<NaiveDate>, marked: &str) -> Self {
        let id = article::Id(u32::try_from(self.case.articles.len()).unwrap());
        let (text, claims) = read(marked, id, date);
        let published = date.map(|date| Published { date, time: None, basis: Basis::Metadata, span: None, doubt: None });
        let first = claims.len();
        for claim in claims {
            self.fact.claims.push(claim::Id(u32::try_from(self.case.claims.len()).unwrap()));
            self.case.claims.push(claim);
        }
        debug_assert!(self.case.claims.len() >= first);
        self.case.articles.push(Article {
            doc: doc.into(),
            published,
            blocks: vec![Block { span: Span::new(0, text.len()), zone: Zone::Body }],
            anchors: vec![date],
            ..Article::default()
        });
        self.case.texts.push(text.into());
        self.case.origins.of.push(id);
        self.case.origins.copy_of.push(None);
        self.case.stories[0].articles.push(id);
        self
    }

    /// Takes the last claim out of the fact and lets it bear on it.
    pub(crate) fn related(mut self, role: Role) -> Self {
        let last = self.fact.claims.pop().unwrap();
        self.fact.related.push((last, role));
        self
    }

    /// Changes the articles and claims before they are judged.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Case)) -> Self {
        change(&mut self.case);
        self
    }

    /// The case, judged.
    pub(crate) fn judged(self) -> Case {
        let Self { mut case, fact } = self;
        case.judgements.push(verdict::judge(&fact, &case.claims, &case.articles, verdict::Settings::default()));
        case.facts.push(fact);
        case
    }

    /// What one rule finds in it, as shown: severity and sentence.
    pub(crate) fn found_by(self, id: &str) -> Vec<String> {
        let case = self.judged();
        let others = super::RULES.iter().map(|rule: &Rule| (rule.id.to_owned(), (rule.id == id).then_some(rule.severity)));
        let settings = super::Settings { severities: others.collect(), house: Vec::new() };
        let show = |finding: Finding| {
            let notes = finding.notes.iter().fold(String::new(), |lines, note| lines + "\n= " + note);
            let article = finding.article.map(|id| case.texts[id.0 as usize].clone()).unwrap_or_default();
            let mark = |mark: &super::Mark| format!("\n^ {}: {}", mark.span.of(&article), mark.label);
            let marks: String = finding.marks.iter().filter(|mark| !mark.label.is_empty()).map(mark).collect();
            format!("{:?}: {}{marks}{notes}", finding.severity, finding.message)
        };
        check(&case, &settings).into_iter().map(show).collect()
    }
}

/// An earlier version of the first article.
pub(crate) fn version(marked: &str, date: NaiveDate) -> Version {
    let (text, claims) = read(marked, article::Id(0), Some(date));
    Version { article: article::Id(0), archived: date, title: "".into(), text: text.into(), claims }
}

/// Takes the marks out of a text.
fn read(marked: &str, article: article::Id, date: Option<NaiveDate>) -> (String, Vec<Claim>) {
    let (mut text, mut claims) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find(['[', '{']) {
        text.push_str(&rest[..at]);
        let dated = rest[at..].starts_with('{');
        let end = at + rest[at..].find([']', '}']).unwrap();
        let parts: Vec<&str> = rest[at + 1..end].split('|').collect();
        let start = text.len();
        text.push_str(parts[0]);
        let parse = |day: &str| day.parse::<NaiveDate>().unwrap();
        let days = dated.then(|| DayInterval::new(parse(parts[1]), parse(parts.get(2).unwrap_or(&parts[1]))).unwrap());
        claims.push(Claim {
            article,
            field: Field::Text,
            span: Span::new(start, text.len()),
            sentence: Span::default(),
            zone: Zone::Body,
            kind: if dated { Kind::Date } else { Kind::Count },
            value: (!dated).then(|| value(parts[1])),
            converted: None,
            date: days.map(|days| DateValue {
                days: Some(days),
                grain: Some(Grain::Day),
                timex: "".into(),
                modifier: None,
                anchor: None,
                swapped: None,
            }),
            counted: (!dated).then(|| Counted { head: "person".into(), phrase: "people".into(), measure: None }),
            event: None,
            actor: None,
            place: None,
            as_of: date.map(|date| AsOf { days: DayInterval::day(date), basis: AsOfBasis::Article(Basis::Metadata) }),
            accumulation: Accumulation::Unknown,
            scope: None,
            attribution: parts
                .get(2)
                .filter(|_| !dated)
                .map(|source| Attribution { source: (*source).into(), cue: "said".into() })
                .into_iter()
                .collect(),
            evidence: Few::new(),
        });
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    let headline = text.lines().next().filter(|line| line.ends_with('!')).map_or(0, str::len);
    for claim in &mut claims {
        let start = text[..claim.span.start as usize].rfind(['.', '\n', '!']).map_or(0, |at| at + 1);
        let end = text[claim.span.end as usize..].find(['.', '\n', '!']).map_or(text.len(), |at| claim.span.end as usize + at + 1);
        let start = start + text[start..].len() - text[start..].trim_start().len();
        claim.sentence = Span::new(start, end);
        if (claim.span.end as usize) <= headline {
            claim.zone = Zone::Headline;
        }
    }
    (text, claims)
}
