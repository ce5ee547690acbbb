//! Text as bytes and characters: spans, lines, folding, words, sentences.
//!
//! In: a string. Out: places in it. What never happens here: any look at what a word means; that is [`crate::lexicon`]'s and what
//! follows it. Read [`Span`] first.

mod fold;
mod hash;
mod lines;
mod merge;
pub mod sentence;
mod span;
mod token;
mod words;

pub use arcstr::literal as name;
pub use fold::Folded;
pub use hash::{id_of, stable_hash};
pub use lines::Lines;
pub use merge::{begins_merge_base, is_merge_mark};
pub use span::Span;
pub use token::{Shape, Token, tokens};
pub(crate) use words::hash_of_bytes;
pub use words::{Word, WordHash, Words, between, hash_of, last_before, letters};

/// A word or name that many claims share: cheap to clone, compared by its letters.
pub type Name = arcstr::ArcStr;

/// A list that is mostly empty or short: takes eight bytes where it stands.
pub type Few<T> = thin_vec::ThinVec<T>;
