//! Words that may carry a figure on behind its number: scales, units, joins, periods, hedges.
//!
//! In: the tables that say what each such word means. Out: in which ways a word may. Most words behind a number are in none, and
//! one look here then spares every parser that would ask for its own. What never happens here: a row of its own for a word that a
//! table holds; a new row of a table counts by itself.

use std::collections::BTreeMap;

use super::{Hedges, Numbers, Table, Units};
use crate::text::{WordHash, hash_of};

/// Words of grammar that no table holds: "plus or minus", "3 x 10^6".
const SHAPES: [&str; 3] = ["plus", "x", "up"];

/// In which ways a word may carry a figure on; empty for most words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Onward(u8);

impl Onward {
    /// It may go on with the number itself: a scale, a part, a join, a word of a shape.
    pub const NUMBER: Self = Self(1);
    /// It may be, or begin, a unit.
    pub const UNIT: Self = Self(2);
    /// It is a period: "weeks".
    pub const PERIOD: Self = Self(4);
    /// It may say more of the figure: a multiple, a hedge.
    pub const MORE: Self = Self(8);

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it shares a way with `other`.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The words that may carry a figure on.
#[derive(Debug)]
pub struct OnwardWords(Table<Onward>);

impl OnwardWords {
    /// Gathers the words of all tables that are asked behind a number.
    pub(super) fn new(numbers: &Numbers, hedges: &Hedges, units: &Units) -> Self {
        let scales = numbers.words.hashes().chain(numbers.suffixes.hashes()).chain(numbers.letters.hashes());
        let joins = numbers.joins.hashes().chain(numbers.vague.hashes()).chain(SHAPES.into_iter().map(hash_of));
        let parts = numbers.parts.hashes().chain(numbers.ordinals.hashes());
        let measures = units.names.hashes().chain(units.symbols.words());
        let multiples = numbers.multiples.hashes().chain(numbers.twice.hashes()).chain([numbers.times, numbers.fold]);
        let more = multiples.chain(hedges.after.hashes()).chain(hedges.below.hashes());
        let mut words: BTreeMap<WordHash, Onward> = BTreeMap::new();
        let mut add = |hash, way: Onward| {
            let held = words.entry(hash).or_default();
            *held = held.and(way);
        };
        scales.chain(joins).chain(parts).for_each(|hash| add(hash, Onward::NUMBER));
        measures.for_each(|hash| add(hash, Onward::UNIT));
        units.periods.hashes().for_each(|hash| add(hash, Onward::PERIOD));
        more.for_each(|hash| add(hash, Onward::MORE));
        Self(Table::of_hashes(words.into_iter()))
    }

    /// In which ways a figure may go on with the word.
    pub fn get(&self, hash: WordHash) -> Onward {
        self.0.get(hash).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn words_of_every_table_carry_on_and_others_do_not() {
        let onward = &Language::english().onward;
        for word in ["million", "bn", "m", "and", "thirds", "first", "times", "kilometres", "km", "weeks", "below", "or", "increase", "x"] {
            assert_ne!(onward.get(hash_of(word)), Onward::default(), "{word}");
        }
        for word in ["people", "homes", "in", "died"] {
            let joins = Language::english().numbers.joins.word(word).is_some();
            assert_eq!(onward.get(hash_of(word)) != Onward::default(), joins, "{word}");
        }
    }
}
