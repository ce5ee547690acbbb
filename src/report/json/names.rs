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

macro_rules! names {
    ($($(#[$about:meta])* $function:ident $list:ident $type:ident { $($variant:pat => $name:literal,)* })*) => {$(
        $(#[$about])*
        pub fn $function(value: $type) -> &'static str {
            match value {
                $($variant => $name),*
            }
        }

        /// All of these names.
        #[cfg(feature = "schema")]
        pub(super) const $list: &[&str] = &[$($name),*];
    )*};
}

names! {
    /// `title` or `text`.
    field_name FIELD_NAMES Field {
        Field::Title => "title",
        Field::Text => "text",
    }

    /// The zone's name.
    zone_name ZONE_NAMES Zone {
        Zone::Headline => "headline",
        Zone::Body => "body",
        Zone::Caption => "caption",
        Zone::Embedded => "embedded",
        Zone::Furniture(_) => "furniture",
    }

    /// The kind's name.
    kind_name KIND_NAMES Kind {
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

    /// The bound's name.
    bound_name BOUND_NAMES Bound {
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

    /// `up` or `down`.
    direction_name DIRECTION_NAMES Direction {
        Direction::Up => "up",
        Direction::Down => "down",
    }

    /// The grain's name.
    grain_name GRAIN_NAMES Grain {
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

    /// The TIMEX3 mod's name.
    mod_name MOD_NAMES Mod {
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

    /// The status's name.
    status_name STATUS_NAMES Status {
        Status::Happened => "happened",
        Status::Ongoing => "ongoing",
        Status::Planned => "planned",
        Status::Possible => "possible",
        Status::Denied => "denied",
        Status::Withdrawn => "withdrawn",
    }

    /// The basis's name.
    basis_name BASIS_NAMES Basis {
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

    /// The accumulation's name.
    accumulation_name ACCUMULATION_NAMES Accumulation {
        Accumulation::Total => "total",
        Accumulation::Standing => "standing",
        Accumulation::Part => "part",
        Accumulation::Increment => "increment",
        Accumulation::Change => "change",
        Accumulation::Rate => "rate",
        Accumulation::Unknown => "unknown",
    }

    /// The severity's name.
    severity_name SEVERITY_NAMES Severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }

    /// The relation's name.
    relation_name RELATION_NAMES Relation {
        Relation::Agree => "agree",
        Relation::Within => "within",
        Relation::Overlap => "overlap",
        Relation::Apart => "apart",
    }

    /// The policy's name.
    policy_name POLICY_NAMES Policy {
        Policy::Range => "range",
        Policy::Majority => "majority",
        Policy::Priority => "priority",
    }

    /// The verdict's name.
    verdict_name VERDICT_NAMES Verdict {
        Verdict::Conflict => "conflict",
        Verdict::Disputed => "disputed",
        Verdict::Undated => "undated",
        Verdict::Revision => "revision",
        Verdict::Range => "range",
        Verdict::Agreement => "agreement",
        Verdict::Single => "single",
    }

    /// The name of how two times relate.
    when_name WHEN_NAMES When {
        When::Same => "same",
        When::Later => "later",
        When::Settled => "settled",
        When::Unknown => "unknown",
    }

    /// The name of how figures move with time.
    counting_name COUNTING_NAMES Counting {
        Counting::AsOf => "as_of",
        Counting::Toll(_) => "toll",
        Counting::Date => "date",
    }

    /// The feature's name.
    feature_name FEATURE_NAMES Feature {
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

/// The as-of basis's name.
pub fn as_of_basis_name(basis: AsOfBasis) -> &'static str {
    match basis {
        AsOfBasis::Clause => "clause",
        AsOfBasis::Sentence => "sentence",
        AsOfBasis::Before => "before",
        AsOfBasis::Event => "event",
        AsOfBasis::Article(basis) => basis_name(basis),
        AsOfBasis::Story => "story",
    }
}
