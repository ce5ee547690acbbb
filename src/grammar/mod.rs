//! nom parsers, and only here nom: numbers, ranges, hedges, money, percent, measures, dates.
//!
//! In: a language and the text from some offset on. Out: what stands there, without any calendar day or article, and the rest.
//! What never happens here: a search (each parser reads at the start of its input), an error message (no match is the usual answer).

pub mod date;
