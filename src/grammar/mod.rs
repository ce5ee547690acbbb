//! nom parsers, and only here nom: numbers, ranges, hedges, money, percent, measures, dates.
//!
//! In: a language and the text from some offset on. Out: what stands there, without any calendar day or article, and the rest.
//! What never happens here: a search (each parser reads at the start of its input), an error message (no match is the usual answer).
#![expect(clippy::missing_errors_doc, reason = "an error says that the text reads otherwise, for every parser alike")]

mod age;
mod alone;
mod behind;
mod digits;
mod link;
mod multiple;
mod number;
mod ordinal;
mod part;
mod power;
mod quantity;
mod spelled;
mod unit;
mod vague;
mod word;

pub mod date;

pub use age::{age, period};
pub use behind::hedge_behind;
pub use digits::digits;
pub use link::{Link, link};
pub use multiple::multiple;
pub use number::{Number, Written, number, number_with_letters};
pub use ordinal::ordinal;
pub use part::part;
pub use quantity::{Lead, Opener, Quantity, closes, quantity, ratio};
pub use unit::{UnitBehind, below_zero, per, unit};
pub use vague::{Amount, Vague, amount, vague};
pub use word::{gap, hyphen_or_gap, join, word, word_end};
