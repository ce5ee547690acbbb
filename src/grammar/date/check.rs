//! What only looks like a time expression: verbs ("may"), names ("April Jones"), counts ("1990 people"), models ("2024 Ford").
//!
//! In: a window and what was read in it. Out: whether it stands, by its neighbours. What never happens here: reading.

use std::ops::Range;

use super::expr::{Amount, Clock, From, Reference, Step, TimeExpr, Vague, What, Year};
use super::token::{Kind, Token, Tokens};
use crate::calendar::Unit;
use crate::lexicon::{Calendar, Key, Keys};

/// Prepositions that lead to a time.
const LEADS: Keys = Keys::of(&[
    Key::In,
    Key::On,
    Key::At,
    Key::By,
    Key::From,
    Key::To,
    Key::Until,
    Key::Since,
    Key::Before,
    Key::After,
    Key::For,
    Key::During,
    Key::Within,
    Key::Between,
    Key::And,
    Key::Of,
    Key::Through,
    Key::Into,
    Key::Dated,
    Key::Or,
    Key::About,
    Key::Over,
]);

/// Whether the expression in `range` of the window stands as one.
pub(super) fn stands(calendar: &Calendar, text: &str, tokens: Tokens<'_>, range: Range<usize>, time: &TimeExpr) -> bool {
    let Some((first, last)) = tokens.get(range.start).zip(tokens.get(range.end.wrapping_sub(1))) else { return false };
    let around = Around {
        calendar,
        before: range.start.checked_sub(1).and_then(|index| tokens.get(index)).filter(|token| token.kind == Kind::Word),
        after: tokens.get(range.end),
        first,
        last,
        text,
        words: range.len(),
    };
    around.edges_fit() && around.fits(time)
}

struct Around<'a> {
    calendar: &'a Calendar,
    /// The word of time before it.
    before: Option<&'a Token<'a>>,
    after: Option<&'a Token<'a>>,
    first: &'a Token<'a>,
    last: &'a Token<'a>,
    text: &'a str,
    words: usize,
}

impl Around<'_> {
    /// Whether it begins and ends where words do: not within "$1990", "B-2000", "12.5", "3/4".
    fn edges_fit(&self) -> bool {
        let bytes = self.text.as_bytes();
        let start = self.first.start as usize;
        let before = start.checked_sub(1).and_then(|at| bytes.get(at)).copied();
        let behind = start.checked_sub(2).and_then(|at| bytes.get(at)).copied();
        let digits = matches!(self.first.kind, Kind::Digits(_));
        let starts = match before {
            Some(b'$' | b'#' | b'@' | b'_' | b'\\' | b'&' | b'=' | b'%') => false,
            Some(b'-' | b'/' | b'.' | b',' | b':' | b'+') if digits => {
                before == Some(b'-') && (self.before.is_some() || ends_in_prefix(&bytes[..start - 1]))
                    || behind == Some(b' ') && before == Some(b'-')
            }
            Some(byte) => !byte.is_ascii_alphanumeric() && byte < 0x80 || !digits || self.money_free(start),
            None => true,
        };
        let end = self.last.end as usize;
        let digits = matches!(self.last.kind, Kind::Digits(_));
        let (next, second) = (bytes.get(end).copied(), bytes.get(end + 1).copied());
        let ends = match next {
            Some(b'%' | b'_' | b'@') => false,
            Some(b'.' | b',' | b':' | b'/') if digits => !second.is_some_and(|byte| byte.is_ascii_digit()) && next != Some(b'/'),
            Some(b'-') if digits => !second.is_some_and(|byte| byte.is_ascii_digit()),
            Some(byte) => !byte.is_ascii_alphanumeric() || !self.is_glued_word(),
            None => true,
        };
        starts && ends
    }

    /// Whether letters follow without a space that are no part of it.
    fn is_glued_word(&self) -> bool {
        self.after.is_some_and(|after| {
            !after.spaced && after.start == self.last.end && matches!(after.kind, Kind::Word | Kind::Other | Kind::Digits(_))
        })
    }

    /// Whether no sign of money stands before `start`.
    fn money_free(&self, start: usize) -> bool {
        let sign = self.text.get(..start).and_then(|before| before.chars().next_back());
        !sign.is_some_and(|sign| matches!(sign, '€' | '£' | '¥' | '₹' | '₽') || sign.is_alphanumeric())
    }

    /// Whether a preposition, or another word that leads to a time, stands before it.
    fn led(&self) -> bool {
        self.before.is_some_and(|token| token.word.keys.meets(LEADS))
    }

    /// Whether a word that begins with a capital stands before it, in the same sentence: "Theresa May".
    fn after_name(&self) -> bool {
        let before = self.text.get(..self.first.start as usize).unwrap_or_default();
        let Some(word) = before.strip_suffix(' ').and_then(|before| before.rsplit(|c: char| !c.is_alphanumeric()).next()) else {
            return false;
        };
        self.before.is_none() && word.starts_with(|c: char| c.is_uppercase())
    }

    /// Whether a word that is none of time follows and begins with a capital: "April Jones".
    fn before_name(&self) -> bool {
        self.after.is_some_and(|token| token.kind == Kind::Other && token.capital && token.spaced)
    }

    /// Whether the next word makes a name of it.
    fn is_name(&self) -> bool {
        self.after.is_some_and(|token| self.calendar.is_name(self.last.hash, token.hash))
    }

    fn fits(&self, time: &TimeExpr) -> bool {
        if self.is_name() {
            return false;
        }
        match &time.what {
            What::Year { fiscal: false, .. } if self.words == 1 => self.is_year(),
            What::Year { .. } | What::Decade(_) => !self.counts_things(),
            What::Month { month: 3 | 5, year: Year::Open, .. } if !self.last.capital && !self.led() => false,
            What::Month { year: Year::Open, step: Step::Bare, month } => time.portion.is_some() || self.is_month(*month),
            What::Season { year: Year::Open, step: Step::Bare, .. } => time.portion.is_some() || self.is_season(),
            What::Day { year: Year::Open, .. } => self.is_day(),
            What::DayOfMonth { month: Step::Bare, weekday: None, .. } => {
                self.before.is_some_and(|token| token.is(Key::On) || token.is(Key::By) || token.is(Key::Until) || token.is(Key::Since))
                    && self.closes()
            }
            What::Weekday { step: Step::Bare, week: None, .. } => self.is_weekday(time),
            What::Unit(unit, step) => time.portion.is_some() || time.clock.is_some() || self.is_unit(*unit, *step),
            What::Duration(amount) => self.is_length(amount, time),
            What::Offset { from: From::Event, .. } => true,
            What::Offset { amount, .. } => amount.figure.is_some() || amount.vague.is_some(),
            What::Reference(reference) => self.is_reference(*reference),
            What::Clock => !matches!(time.clock, Some(Clock::Part(_))) || self.led() || self.words > 1,
            What::Set(_) => true,
            What::Interval(from, _) => self.is_interval(from),
            _ => true,
        }
    }

    /// Whether nothing follows that the words before would describe.
    fn closes(&self) -> bool {
        self.after.is_none_or(|token| match token.kind {
            Kind::Other => token.hash == 0 || !token.spaced,
            _ => true,
        })
    }

    fn counts_things(&self) -> bool {
        self.after.is_some_and(|token| token.spaced && self.calendar.is_counted(token.hash))
    }

    /// A bare number of four figures is a year where the words around it let it be one.
    fn is_year(&self) -> bool {
        let Some(year) = self.last.digits().map(|digits| digits.value) else { return true };
        if self.counts_things() || self.after.is_some_and(|token| token.word.unit.is_some() && token.spaced) {
            return false;
        }
        if self.after.is_some_and(|token| token.spaced && self.calendar.is_model(token.hash)) {
            return false;
        }
        if self.led() || self.before.is_some_and(|token| token.is(Key::Early) || token.is(Key::Mid) || token.is(Key::Late)) {
            // "from 1200 to 1500 people" was refused above; "of 1200 troops" is a count, "of 1997" a year.
            // "a survey of 1709 pupils".
            let of = self.before.is_some_and(|token| token.is(Key::Of)) && !(1900..2050).contains(&year);
            if of && self.after.is_some_and(|token| token.kind == Kind::Other && token.spaced && !token.capital && token.hash != 0) {
                return false;
            }
            return (1000..2200).contains(&year) && !(self.before_plural() && !(1900..2050).contains(&year));
        }
        (1800..2100).contains(&year) && !self.before_plural()
    }

    /// Whether a word in lower case that ends in "s" follows, as in "1990 jobs".
    fn before_plural(&self) -> bool {
        let Some(after) = self.after.filter(|token| token.kind == Kind::Other && token.spaced && !token.capital) else { return false };
        let word = self.text.get(after.start as usize..after.end as usize).unwrap_or_default();
        word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !matches!(word, "was" | "has" | "does" | "is")
    }

    /// A bare month's name: "may" and "march" are verbs, April and June are people.
    fn is_month(&self, month: u32) -> bool {
        if self.after_name() && matches!(month, 3..=6 | 8) || self.before_name() && !self.led() && matches!(month, 4..=6 | 8) {
            return false;
        }
        if self.last.word.short {
            return self.led() && self.first.capital;
        }
        let led = self.before.is_some_and(|token| {
            token.word.keys.meets(Keys::of(&[
                Key::In,
                Key::By,
                Key::Since,
                Key::Until,
                Key::During,
                Key::Of,
                Key::From,
                Key::After,
                Key::Before,
                Key::Between,
                Key::Through,
                Key::Late,
                Key::Early,
            ]))
        });
        match month {
            // "to March" and "and may" are verbs as often as not.
            3 | 5 if self.first.capital => led || month == 3 && !self.starts_sentence() && !self.before_name(),
            3 | 5 => self.before.is_some_and(|token| token.is(Key::In) || token.is(Key::Since)),
            8 => self.first.capital,
            _ => self.first.capital || self.led(),
        }
    }

    /// Whether it is the first word of its line or sentence.
    fn starts_sentence(&self) -> bool {
        let before = self.text.get(..self.first.start as usize).unwrap_or_default().trim_end_matches([' ', '"', '\'', '(']);
        before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':'])
    }

    /// A bare season: "fall" and "spring" are verbs.
    fn is_season(&self) -> bool {
        use crate::calendar::Season;
        let led = self.before.is_some_and(|token| {
            token.word.keys.meets(Keys::of(&[Key::In, Key::By, Key::Since, Key::Until, Key::During, Key::Through, Key::The]))
        });
        let the = self.first.is(Key::The);
        match self.last.word.season {
            Some(Season::Fall) if self.last.end - self.last.start == 4 => {
                led && (the || self.before.is_some_and(|token| token.is(Key::In) && !self.first.capital))
                    && !self.after.is_some_and(|token| token.is(Key::Of) || token.is(Key::In) || token.is(Key::To))
            }
            Some(Season::Spring) => led || the && self.closes(),
            _ => !self.before_name() || led,
        }
    }

    /// A month and a day without a year: "10/31" needs more than "2/3" has.
    fn is_day(&self) -> bool {
        let figures = matches!(self.first.kind, Kind::Digits(_)) && self.last.digits().is_some() && self.words == 3;
        if figures {
            return self.led()
                && !self.after.is_some_and(|token| token.is(Key::Of))
                && !self.before.is_some_and(|token| token.is(Key::Of) || token.is(Key::For))
                || self.stands_alone();
        }
        let verb = self.first.word.month > 0 && !self.first.capital && matches!(self.first.word.month, 3 | 5);
        !(verb && self.after.is_some_and(|token| token.kind == Kind::Other && token.spaced && self.calendar.is_counted(token.hash)))
    }

    /// Whether it is all there is.
    fn stands_alone(&self) -> bool {
        self.first.start == 0 && self.last.end as usize == self.text.len()
    }

    fn is_weekday(&self, time: &TimeExpr) -> bool {
        let short = self.first.word.short;
        let supported = time.clock.is_some() || time.portion.is_some() || self.led();
        // "sun" and "sat" are words; "Sat." and "on Sat" are days.
        if short {
            return self.first.capital && supported && !matches!(self.first.word.weekday, 7) || self.stands_alone();
        }
        !(self.after_name() && self.before_name() && !supported)
    }

    /// "the week", "that year": not before what would say which.
    fn is_unit(&self, unit: Unit, step: Step) -> bool {
        const TELLS: Keys = Keys::of(&[Key::Of, Key::That, Key::In, Key::Before, Key::After]);
        let told = self.after.is_some_and(|token| token.word.keys.meets(TELLS));
        match step {
            Step::The => {
                let whole_day = unit == Unit::Day && self.before.is_some_and(|token| token.is(Key::End) || token.is(Key::Start));
                let led = self.led() && !self.before.is_some_and(|token| token.is(Key::Of) && unit == Unit::Day);
                !told && !self.last.capital && (whole_day || led && self.ends_clause_or(unit))
            }
            Step::Same => !matches!(unit, Unit::Quarter | Unit::Season | Unit::Half) && (self.led() || self.closes()),
            Step::Last => !unit.is_clock() && (unit != Unit::Day || self.words == 1 || self.led()),
            _ => !(unit == Unit::Season || unit == Unit::Half || unit.is_clock()),
        }
    }

    /// "in the year", "for the day": at the end of a clause, or anywhere for the longer units.
    fn ends_clause_or(&self, unit: Unit) -> bool {
        unit >= Unit::Weekend || self.closes()
    }

    fn is_length(&self, amount: &Amount, time: &TimeExpr) -> bool {
        // "41-year-old", "aged two years", "two years old", "years of age".
        let old = |token: &Token<'_>| {
            token.is(Key::Old)
                || token.mark() == Some(b'-') && self.text.get(token.end as usize..).is_some_and(|rest| rest.starts_with("old"))
        };
        if self.after.is_some_and(old)
            || self.after.is_some_and(|token| {
                token.is(Key::Of) && self.text.get(token.end as usize..).is_some_and(|rest| rest.trim_start().starts_with("age"))
            })
        {
            return false;
        }
        let last = self.last.word;
        // "5 m", "3 h" with a unit that is a letter is no length in running text.
        if last.short && self.last.end - self.last.start == 1 && self.last.spaced {
            return false;
        }
        match (amount.figure, amount.vague) {
            (Some(_), _) if self.first.is(Key::A) => {
                time.modifier.is_some()
                    || self.before.is_some_and(|token| {
                        token.word.keys.meets(Keys::of(&[
                            Key::For,
                            Key::In,
                            Key::Within,
                            Key::Than,
                            Key::After,
                            Key::Over,
                            Key::Of,
                            Key::By,
                            Key::Every,
                        ]))
                    })
                    || self.words > 2
                    || self.last.is(Key::Long)
                    || self.after_figure()
            }
            (Some(_), _) => true,
            (None, Some(Vague::Many)) if self.first.is(Key::The) => {
                self.before.is_some_and(|token| token.is(Key::Over) || token.is(Key::Through))
            }
            (None, Some(Vague::Many)) => {
                self.words > 1
                    || self.last.is(Key::Long)
                    || self
                        .before
                        .is_some_and(|token| token.word.keys.meets(Keys::of(&[Key::For, Key::In, Key::Over, Key::Within, Key::After])))
            }
            (None, _) => true,
        }
    }

    /// Whether a number stands right before: "15 a year".
    fn after_figure(&self) -> bool {
        let before = self.text.get(..self.first.start as usize).unwrap_or_default().trim_end_matches(' ');
        before.ends_with(|c: char| c.is_ascii_digit())
    }

    fn is_reference(&self, reference: Reference) -> bool {
        match reference {
            Reference::Future => {
                self.first.is(Key::The) && self.before.is_some_and(|token| token.is(Key::In) || token.is(Key::For)) && self.closes()
            }
            Reference::Present if self.last.is(Key::Moment) => self.before.is_some_and(|token| token.is(Key::At)),
            Reference::Present if self.last.is(Key::Present) => self.before.is_some_and(|token| token.is(Key::At)) && self.closes(),
            _ => true,
        }
    }

    /// Two numbers with a dash between them are years only where both could be.
    fn is_interval(&self, from: &TimeExpr) -> bool {
        match from.what {
            What::Year { .. } => !self.counts_things() && !self.before_plural(),
            What::Day { year: Year::Open, .. } => {
                self.first.digits().is_none() || self.last.word.month > 0 || self.last.digits().is_some_and(|digits| digits.len == 4)
            }
            _ => true,
        }
    }
}

/// Whether the text before a hyphen ends in "pre" or "post".
fn ends_in_prefix(before: &[u8]) -> bool {
    [b"pre".as_slice(), b"post"]
        .iter()
        .any(|prefix| before.len() >= prefix.len() && before[before.len() - prefix.len()..].eq_ignore_ascii_case(prefix))
}
