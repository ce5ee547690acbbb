//! The decision table: what a pair of claims says, from how their figures, their times and their sources relate.
//!
//! In: a relation, a time, who says so. Out: a verdict. What never happens here: a computation. The rows stand in the order of the
//! design's table and can be read beside it; the first row that fits decides.

use super::{Relation, Verdict};

/// How the times of two claims relate, as far as the table tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// Known to meet.
    Same,
    /// One is known to follow the other, and a later figure is expected to differ.
    Later,
    /// One is known to follow the other, though the figure should not have changed so: the toll had settled, an age can't
    /// have become the other, two digits changed places.
    Settled,
    /// Not known.
    Unknown,
}

/// Who stands behind the two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Two different sources, both named.
    TwoNamed,
    /// One source, or a side that names none.
    Else,
}

/// A row of the table: an empty list of conditions fits anything.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Relations of the intervals that it takes.
    pub relation: &'static [Relation],
    /// Whether a side must be vague ("dozens").
    pub vague: bool,
    /// Times that it takes.
    pub when: &'static [When],
    /// Sources that it takes.
    pub who: &'static [Who],
    /// What it says.
    pub verdict: Verdict,
}

use Relation::{Agree, Apart, Overlap, Within};

/// The rows, in order; the last one fits whatever is left.
pub const TABLE: &[Row] = &[
    //    relation                     a side vague   time                     who says so             verdict of the pair
    Row { relation: &[Agree], vague: false, when: &[], who: &[], verdict: Verdict::Agreement },
    Row { relation: &[Within, Overlap], vague: false, when: &[], who: &[], verdict: Verdict::Range },
    Row { relation: &[Apart], vague: true, when: &[], who: &[], verdict: Verdict::Range },
    Row { relation: &[Apart], vague: false, when: &[When::Same], who: &[Who::TwoNamed], verdict: Verdict::Disputed },
    Row { relation: &[Apart], vague: false, when: &[When::Same], who: &[], verdict: Verdict::Conflict },
    Row { relation: &[Apart], vague: false, when: &[When::Later], who: &[], verdict: Verdict::Revision },
    Row { relation: &[Apart], vague: false, when: &[When::Settled], who: &[], verdict: Verdict::Conflict },
    Row { relation: &[], vague: false, when: &[], who: &[], verdict: Verdict::Undated },
];

/// What the table says of a pair.
///
/// ```
/// use crosscheck::verdict::{Relation, Verdict, When, Who, decide};
/// assert_eq!(decide(Relation::Apart, false, When::Later, Who::Else), Verdict::Revision);
/// ```
pub fn decide(relation: Relation, vague: bool, when: When, who: Who) -> Verdict {
    TABLE.get(row(relation, vague, when, who)).map_or(Verdict::Undated, |row| row.verdict)
}

/// The place in [`TABLE`] of the row that decides.
pub(super) fn row(relation: Relation, vague: bool, when: When, who: Who) -> usize {
    let fits = |row: &&Row| {
        (row.relation.is_empty() || row.relation.contains(&relation))
            && (!row.vague || vague)
            && (row.when.is_empty() || row.when.contains(&when))
            && (row.who.is_empty() || row.who.contains(&who))
    };
    TABLE.iter().position(|row| fits(&row)).unwrap_or(TABLE.len() - 1)
}

/// Whether the table looks at who stands behind two claims that relate so, at such times.
pub(super) fn asks_who(relation: Relation, when: When) -> bool {
    let fits =
        |row: &Row| (row.relation.is_empty() || row.relation.contains(&relation)) && (row.when.is_empty() || row.when.contains(&when));
    TABLE.iter().any(|row| !row.who.is_empty() && fits(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMES: [When; 4] = [When::Same, When::Later, When::Settled, When::Unknown];
    const SOURCES: [Who; 2] = [Who::TwoNamed, Who::Else];

    /// Every cell of the table: which verdict for each relation, vagueness, time and source.
    fn all(relation: Relation, vague: bool, whens: &[When], whos: &[Who], expected: Verdict) {
        for &when in whens {
            for &who in whos {
                assert_eq!(decide(relation, vague, when, who), expected, "{relation:?} vague {vague} {when:?} {who:?}");
            }
        }
    }

    #[test]
    fn figures_that_agree_agree_at_any_time() {
        all(Agree, false, &TIMES, &SOURCES, Verdict::Agreement);
        all(Agree, true, &TIMES, &SOURCES, Verdict::Agreement);
    }

    #[test]
    fn figures_that_share_values_are_a_range_at_any_time() {
        for relation in [Within, Overlap] {
            all(relation, false, &TIMES, &SOURCES, Verdict::Range);
            all(relation, true, &TIMES, &SOURCES, Verdict::Range);
        }
    }

    #[test]
    fn a_vague_side_is_never_more_than_a_range() {
        all(Apart, true, &TIMES, &SOURCES, Verdict::Range);
    }

    #[test]
    fn apart_at_one_time_is_disputed_between_two_named_sources() {
        all(Apart, false, &[When::Same], &[Who::TwoNamed], Verdict::Disputed);
    }

    #[test]
    fn apart_at_one_time_is_a_conflict_else() {
        all(Apart, false, &[When::Same], &[Who::Else], Verdict::Conflict);
    }

    #[test]
    fn apart_and_later_is_a_revision() {
        all(Apart, false, &[When::Later], &SOURCES, Verdict::Revision);
    }

    #[test]
    fn apart_after_the_toll_settled_is_a_conflict() {
        all(Apart, false, &[When::Settled], &SOURCES, Verdict::Conflict);
    }

    #[test]
    fn apart_at_unknown_times_is_undated() {
        all(Apart, false, &[When::Unknown], &SOURCES, Verdict::Undated);
    }
}
