//! Words that may carry a figure on behind its number: scales, units, joins, periods, hedges.
//!
//! In: the tables that say what each such word means. Out: whether a word is in any of them. Most words behind a number are in none, and
//! one look here then spares every parser that would ask for its own. What never happens here: a row of its own for a word that a
//! table holds; a new row of a table counts by itself.

use super::{Hedges, Numbers, Table, Units};
use crate::text::{WordHash, hash_of};

/// Words of grammar that no table holds: "plus or minus", "3 x 10^6".
const SHAPES: [&str; 3] = ["plus", "x", "up"];

/// The words that may carry a figure on.
#[derive(Debug)]
pub struct Onward(Table<()>);

impl Onward {
    /// Gathers the words of all tables that are asked behind a number.
    pub(super) fn new(numbers: &Numbers, hedges: &Hedges, units: &Units) -> Self {
        let scales = numbers.words.hashes().chain(numbers.suffixes.hashes()).chain(numbers.letters.hashes());
        let joins = numbers.joins.hashes().chain(numbers.vague.hashes());
        let parts = numbers.parts.hashes().chain(numbers.ordinals.hashes());
        let multiples = numbers.multiples.hashes().chain(numbers.twice.hashes()).chain([numbers.times, numbers.fold]);
        let measures = units.names.hashes().chain(units.symbols.words()).chain(units.periods.hashes());
        let behind = hedges.after.hashes().chain(hedges.below.hashes());
        let shapes = SHAPES.into_iter().map(hash_of);
        Self(Table::of_hashes(
            scales.chain(joins).chain(parts).chain(multiples).chain(measures).chain(behind).chain(shapes).map(|hash| (hash, ())),
        ))
    }

    /// Whether a figure may go on with the word.
    pub fn holds(&self, hash: WordHash) -> bool {
        self.0.get(hash).is_some()
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
            assert!(onward.holds(hash_of(word)), "{word}");
        }
        for word in ["people", "homes", "in", "died"] {
            assert_eq!(onward.holds(hash_of(word)), Language::english().numbers.joins.word(word).is_some(), "{word}");
        }
    }
}
