//! Years and days in figures: "2019" counts people as often as it is a year.

use super::Around;
use crate::grammar::date::{TimeExpr, What, Year};
use crate::lexicon::Key;

impl Around<'_> {
    /// Whether a bare number before this word counts it: "1990 people".
    pub(super) fn counts_things(&self) -> bool {
        self.after.is_some_and(|token| token.spaced && self.calendar.is_counted(token.hash))
    }

    /// A bare number of four figures is a year where the words around it let it be one.
    pub(super) fn is_year(&self) -> bool {
        let Some(year) = self.last.digits().map(|digits| digits.value) else { return true };
        let of_unit_or_make =
            self.after.is_some_and(|token| token.spaced && (token.word.unit.is_some() || self.calendar.is_model(token.hash)));
        if self.counts_things() || of_unit_or_make {
            return false;
        }
        if !self.led() && !self.before_is(&[Key::Early, Key::Mid, Key::Late]) {
            return (1800..2100).contains(&year) && (self.tells_results() || !self.before_plural());
        }
        let recent = (1900..2050).contains(&year);
        // "closed at 1990 on Monday" is no year, "at 2019 prices" is one.
        if self.before_is(&[Key::At]) && !(recent && self.next_word().is_some()) {
            return false;
        }
        // "a survey of 1709 pupils", "from 1200 soldiers".
        let noun = self.before_plural() || self.before_is(&[Key::Of]) && self.next_word().is_some_and(|word| !starts_upper(word));
        (1000..2200).contains(&year) && (recent || !noun)
    }

    /// "in '98" is a year; "iWork '09" is a name, and "'20 cows died'" a quotation.
    pub(super) fn is_short_year(&self) -> bool {
        !self.after_capital() && !self.counts_things() && (self.tells_results() || !self.before_plural())
    }

    /// "nineteen ninety-six" is a year where a preposition leads to it and it counts nothing.
    pub(super) fn is_year_in_words(&self) -> bool {
        let led =
            self.before_is(&[Key::In, Key::Since, Key::Until, Key::By, Key::From, Key::During, Key::Before, Key::After, Key::Between]);
        led && !self.counts_things() && !self.before_plural()
    }

    /// Whether a word in lower case that ends in "s" follows, as in "1990 jobs".
    fn before_plural(&self) -> bool {
        self.next_word().is_some_and(|word| {
            word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !starts_upper(word)
                && !matches!(word, "does" | "this" | "thus")
        })
    }

    /// A month and a day without a year: "10/31" needs more than "2/3" has.
    pub(super) fn is_day(&self) -> bool {
        if self.first.digits().is_some() && self.last.digits().is_some() && self.words == 3 {
            let name =
                self.text.get(self.first.start as usize..self.last.end as usize).is_some_and(|words| self.calendar.names_figures(words));
            // "3/4 h"
            let counts = self.after.is_some_and(|token| token.spaced && token.word.unit.is_some());
            let fraction = name || counts || self.after_is(&[Key::Of]) || self.before_is(&[Key::Of, Key::For]);
            return self.led() && !fraction || self.stands_alone();
        }
        // "may 10 people".
        let verb = matches!(self.first.word.month, 3 | 5) && !self.first.capital;
        !(verb && self.counts_things())
    }

    /// Two numbers with a dash between them are years only where both could be.
    pub(super) fn is_interval(&self, from: &TimeExpr) -> bool {
        match from.what {
            What::Year { .. } => !self.counts_things() && !self.before_plural(),
            What::Day { year: Year::Open, .. } => {
                self.first.digits().is_none() || self.last.word.month > 0 || self.last.digits().is_some_and(|digits| digits.len == 4)
            }
            _ => true,
        }
    }
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_uppercase())
}
