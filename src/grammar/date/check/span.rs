//! Units and lengths: "the year" and "a day" stand only where the words around them let them.

use super::{Around, last_word};
use crate::calendar::Unit;
use crate::grammar::date::{Amount, Step, TimeExpr, Vague};
use crate::lexicon::Key;
use crate::value::Decimal;

impl Around<'_> {
    /// "the week", "that year", "last month": not before what would say which.
    pub(super) fn is_unit(&self, unit: Unit, step: Step) -> bool {
        let told = self.after_is(&[Key::Of, Key::That, Key::In, Key::Before, Key::After, Key::Since]) || self.next_word() == Some("ahead");
        match step {
            Step::The => {
                // "to end the day at 7,114".
                let whole_day = unit == Unit::Day && self.before_is(&[Key::End, Key::Start]);
                let led = self.led() && !(unit == Unit::Day && (self.before_is(&[Key::Of]) || !self.closes()));
                let named = self.last.capital || unit == Unit::Year && self.is_title();
                !told && !named && (whole_day || led || unit == Unit::Weekend)
            }
            Step::Same => {
                // "That day was cold", "the same day he left"; "he said that day traders lost".
                let definite = self.first.is(Key::The) || self.first.capital || self.next_word_looks();
                !matches!(unit, Unit::Quarter | Unit::Season | Unit::Half) && (self.led() || self.closes() || definite)
            }
            // "last day" is one of many; "yesterday" is one word.
            Step::Last => !unit.is_clock() && (unit != Unit::Day || self.words == 1 || self.led()),
            _ => !(unit == Unit::Season || unit == Unit::Half || unit.is_clock()),
        }
    }

    /// "player of the year".
    fn is_title(&self) -> bool {
        let of = self.before.filter(|token| token.is(Key::Of));
        let before = of.and_then(|of| self.text.get(..of.start as usize)).unwrap_or_default();
        self.calendar.is_award(last_word(before.trim_end_matches(' ')))
    }

    /// "three weeks", "a week", "decades".
    pub(super) fn is_length(&self, amount: &Amount, time: &TimeExpr) -> bool {
        // "5 h" with a unit that is one letter is no length in running text.
        let letter = self.last.word.short && self.last.end - self.last.start == 1 && self.last.spaced;
        if letter || self.is_age() {
            return false;
        }
        // "a second man", "a second time" are ordinals, "a zero-day flaw" has no length.
        let second = amount.unit == Unit::Second && self.first.is(Key::A) && amount.figure == Some(Decimal::ONE);
        let follows = self.next_word().is_some()
            || self.after_is(&[Key::Time, Key::Half])
            || self.after.is_some_and(|next| next.mark() == Some(b'-'));
        if second && follows || amount.figure.is_some_and(Decimal::is_zero) {
            return false;
        }
        let long = self.last.is(Key::Long);
        match (amount.figure, amount.vague) {
            (Some(_), _) if self.first.is(Key::A) => {
                let led = self.before_is(&[Key::For, Key::In, Key::Within, Key::Than, Key::After, Key::Over, Key::Of, Key::By, Key::Every]);
                // "it has been a decade since", "a week's rest".
                let of = amount.unit >= Unit::Day && self.after.is_some_and(|next| next.mark() == Some(b'\'') && !next.spaced);
                let led = led || of || self.after_is(&[Key::Since]);
                led || long || time.modifier.is_some() || self.words > 2 || self.after_figure()
            }
            (None, Some(Vague::Many)) if self.first.is(Key::The) => self.before_is(&[Key::Over, Key::Through]),
            // "hours after the blast", "it has been years since".
            (None, Some(Vague::Many)) if self.after_is(&[Key::After, Key::Before, Key::Since]) => true,
            (None, Some(Vague::Many)) => long || self.words > 1 || self.before_is(&[Key::For, Key::In, Key::Over, Key::Within, Key::After]),
            _ => true,
        }
    }

    /// "41-year-old", "two years old", "years of age".
    fn is_age(&self) -> bool {
        let Some(after) = self.after else { return false };
        let rest = self.text.get(after.end as usize..).unwrap_or_default();
        after.is(Key::Old) || after.mark() == Some(b'-') && rest.starts_with("old") || after.is(Key::Of) && rest.starts_with(" age")
    }

    /// Whether a number stands right before: "15 a year".
    fn after_figure(&self) -> bool {
        // Not a letter and a digit: "tonnes of CO2 a year".
        let last = last_word(self.text.get(..self.first.start as usize).unwrap_or_default().trim_end_matches(' '));
        !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())
    }
}
