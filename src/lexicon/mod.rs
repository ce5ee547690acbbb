//! Vocabulary as data: the words of a language, compiled in from TOML files beside this one.
//!
//! In: TOML tables. Out: look-ups by word. What never happens here: parsing of article text; a row says what a word means, grammar and
//! the later rooms say where it counts. A [`Language`] value goes into every parser; English is the only one so far.

use std::sync::LazyLock;

mod triggers;

pub use triggers::{Trigger, Triggers};

/// The vocabulary of one language.
#[derive(Debug)]
pub struct Language {
    /// The sign between whole and fraction.
    pub decimal_sign: char,
    /// The sign between groups of three digits.
    pub group_sign: char,
    /// The words at which the candidate scan stops.
    pub triggers: Triggers,
}

impl Language {
    /// English as news writes it, built on first use.
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Language> =
            LazyLock::new(|| Language { decimal_sign: '.', group_sign: ',', triggers: Triggers::new(ENGLISH_TRIGGERS.iter().copied()) });
        &ENGLISH
    }
}

/// Placeholder until the word lists arrive.
const ENGLISH_TRIGGERS: &[(&str, Trigger)] = &[];
