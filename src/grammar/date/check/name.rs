//! Months, weekdays and seasons by name: some are verbs, some are people.

use super::{Around, last_word};
use crate::calendar::Season;
use crate::grammar::date::{Step, TimeExpr};
use crate::lexicon::Key;

/// Prepositions that lead to a month or a season, and to no verb.
#[rustfmt::skip]
const PERIOD_LEADS: [Key; 13] = [
    Key::In, Key::By, Key::Since, Key::Until, Key::During, Key::Of, Key::From, Key::After, Key::Before, Key::Between, Key::Through, Key::Late,
    Key::Early,
];

impl Around<'_> {
    /// A month without a year: "may" and "march" are verbs, April and June are people.
    pub(super) fn is_month(&self, month: u32, step: Step, portion: bool) -> bool {
        let verb = matches!(month, 3 | 5);
        if step != Step::Bare || portion {
            // "that may", "this march".
            return !verb || self.last.capital || self.led();
        }
        let person = matches!(month, 3..=6 | 8);
        if person && self.after_name() || matches!(month, 4..=6 | 8) && self.before_name() && !self.led() {
            return false;
        }
        if self.last.word.short {
            return self.led() && self.first.capital;
        }
        match month {
            // "to March" and "and may" are verbs as often as not.
            3 | 5 if self.first.capital => self.before_is(&PERIOD_LEADS) || month == 3 && !self.starts_sentence() && !self.before_name(),
            3 | 5 => self.before_is(&[Key::In, Key::Since]),
            8 => self.first.capital,
            _ => self.first.capital || self.led(),
        }
    }

    /// Whether a word that begins with a capital stands before it, in the same sentence: "Theresa May".
    pub(super) fn after_name(&self) -> bool {
        let last = self.text_before().strip_suffix(' ').map(last_word);
        self.before.is_none() && last.is_some_and(|word| word.starts_with(char::is_uppercase))
    }

    /// Whether it is the first word of its line or sentence.
    fn starts_sentence(&self) -> bool {
        let before = self.text_before().trim_end_matches([' ', '"', '\'', '(']);
        before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':'])
    }

    /// A bare season: "fall" and "spring" are verbs, and "the fall of the city" is none.
    pub(super) fn is_season(&self) -> bool {
        let led = self.before_is(&[Key::In, Key::By, Key::Since, Key::Until, Key::During, Key::Through, Key::The]);
        let the = self.first.is(Key::The);
        let fall = self.text.get(self.last.start as usize..self.last.end as usize).is_some_and(|word| word.eq_ignore_ascii_case("fall"));
        match self.last.word.season {
            Some(Season::Fall) if fall => {
                let season = the || self.before_is(&[Key::In]) && !self.first.capital;
                led && season && !self.after_is(&[Key::Of, Key::In, Key::To])
            }
            Some(Season::Spring) => led || the && self.closes(),
            _ => !self.before_name() || led,
        }
    }

    /// A bare weekday: "sun" and "sat" are words, "Tuesday Weld" a person.
    pub(super) fn is_weekday(&self, time: &TimeExpr) -> bool {
        let supported = time.clock.is_some() || time.portion.is_some() || self.led();
        if self.first.word.short {
            return self.first.capital && supported && self.first.word.weekday != 7 || self.stands_alone();
        }
        supported || !(self.after_name() && self.before_name())
    }
}
