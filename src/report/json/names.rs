//! The word for each variant in the JSON form: a promise to strangers, so each is written out.

use crate::article::Basis;
use crate::calendar::{Grain, Mod};
use crate::claim::{Accumulation, AsOfBasis, Field, Status};
use crate::fact::{Counting, Feature};
use crate::layout::Zone;
use crate::mention::Kind;
use crate::rules::Severity;
use crate::value::{Bound, Direction};
use crate::verdict::{Policy, Relation, Verdict, When};

/// `title` or `text`.
pub fn field_name(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Text => "text",
    }
}

/// The zone's name.
pub fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Headline => "headline",
        Zone::Body => "body",
        Zone::Caption => "caption",
        Zone::Embedded => "embedded",
        Zone::Furniture(_) => "furniture",
    }
}

/// The kind's name.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "count",
        Kind::Number => "number",
        Kind::Money => "money",
        Kind::Percent => "percent",
        Kind::Measure => "measure",
        Kind::Duration => "duration",
        Kind::Age => "age",
        Kind::Ordinal => "ordinal",
        Kind::Score => "score",
        Kind::Multiple => "multiple",
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::Set => "set",
    }
}

/// The bound's name.
pub fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::Approx => "approx",
        Bound::AtLeast => "at_least",
        Bound::MoreThan => "more_than",
        Bound::AtMost => "at_most",
        Bound::LessThan => "less_than",
        Bound::Range => "range",
        Bound::Vague => "vague",
        Bound::Change => "change",
    }
}

/// `up` or `down`.
pub fn direction_name(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
    }
}

/// The grain's name.
pub fn grain_name(grain: Grain) -> &'static str {
    match grain {
        Grain::Time => "time",
        Grain::DayPart => "day_part",
        Grain::Day => "day",
        Grain::Weekend => "weekend",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Season => "season",
        Grain::Half => "half",
        Grain::Year => "year",
        Grain::Decade => "decade",
        Grain::Century => "century",
    }
}

/// The TIMEX3 mod's name.
pub fn mod_name(modifier: Mod) -> &'static str {
    match modifier {
        Mod::Start => "START",
        Mod::Mid => "MID",
        Mod::End => "END",
        Mod::Approx => "APPROX",
        Mod::Before => "BEFORE",
        Mod::After => "AFTER",
        Mod::OnOrBefore => "ON_OR_BEFORE",
        Mod::OnOrAfter => "ON_OR_AFTER",
        Mod::LessThan => "LESS_THAN",
        Mod::MoreThan => "MORE_THAN",
        Mod::EqualOrLess => "EQUAL_OR_LESS",
        Mod::EqualOrMore => "EQUAL_OR_MORE",
    }
}

/// The status's name.
pub fn status_name(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Ongoing => "ongoing",
        Status::Planned => "planned",
        Status::Possible => "possible",
        Status::Denied => "denied",
        Status::Withdrawn => "withdrawn",
    }
}

/// The basis's name.
pub fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Config => "config",
        Basis::Metadata => "metadata",
        Basis::Dateline => "dateline",
        Basis::Byline => "byline",
        Basis::Url => "url",
        Basis::Stamp => "stamp",
        Basis::Embedded => "embedded",
        Basis::Caption => "caption",
        Basis::Story => "story",
    }
}

/// The as-of basis's name.
pub fn as_of_basis_name(basis: AsOfBasis) -> &'static str {
    match basis {
        AsOfBasis::Clause => "clause",
        AsOfBasis::Sentence => "sentence",
        AsOfBasis::Article(basis) => basis_name(basis),
        AsOfBasis::Story => "story",
    }
}

/// The accumulation's name.
pub fn accumulation_name(accumulation: Accumulation) -> &'static str {
    match accumulation {
        Accumulation::Total => "total",
        Accumulation::Standing => "standing",
        Accumulation::Part => "part",
        Accumulation::Increment => "increment",
        Accumulation::Rate => "rate",
        Accumulation::Unknown => "unknown",
    }
}

/// The severity's name.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// The relation's name.
pub fn relation_name(relation: Relation) -> &'static str {
    match relation {
        Relation::Agree => "agree",
        Relation::Within => "within",
        Relation::Overlap => "overlap",
        Relation::Apart => "apart",
    }
}

/// The policy's name.
pub fn policy_name(policy: Policy) -> &'static str {
    match policy {
        Policy::Range => "range",
        Policy::Majority => "majority",
        Policy::Priority => "priority",
    }
}

/// The verdict's name.
pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "conflict",
        Verdict::Disputed => "disputed",
        Verdict::Undated => "undated",
        Verdict::Revision => "revision",
        Verdict::Range => "range",
        Verdict::Agreement => "agreement",
        Verdict::Single => "single",
    }
}

/// The name of how two times relate.
pub fn when_name(when: When) -> &'static str {
    match when {
        When::Same => "same",
        When::Later => "later",
        When::Settled => "settled",
        When::Unknown => "unknown",
    }
}

/// The name of how figures move with time.
pub fn counting_name(counting: Counting) -> &'static str {
    match counting {
        Counting::AsOf => "as_of",
        Counting::Toll(_) => "toll",
        Counting::Date => "date",
    }
}

/// The feature's name.
pub fn feature_name(feature: Feature) -> &'static str {
    match feature {
        Feature::Story => "story",
        Feature::Noun => "noun",
        Feature::Phrase => "phrase",
        Feature::Event => "event",
        Feature::Actor => "actor",
        Feature::Place => "place",
        Feature::Names => "names",
        Feature::Prominent => "prominent",
        Feature::Scope => "scope",
        Feature::Days => "days",
        Feature::Figure => "figure",
        Feature::Context => "context",
        Feature::Settings => "settings",
    }
}
