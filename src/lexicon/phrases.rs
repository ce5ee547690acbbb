//! Phrases of one or more words, and signs: what they mean, longest first.

use std::collections::BTreeMap;

use super::Table;
use crate::text::{WordHash, hash_of};

/// Phrases by their first word, or by their last one where they are looked for before a place.
#[derive(Debug)]
pub struct Phrases<T>(Table<Vec<Phrase<T>>>);

/// A phrase: the words after the one it is filed under, in the order of looking.
#[derive(Debug)]
pub struct Phrase<T> {
    /// Hashes of the further words.
    pub further: Box<[WordHash]>,
    /// What it means.
    pub meaning: T,
}

impl<T: Copy> Phrases<T> {
    /// Phrases that are read forwards: filed under their first word.
    pub fn forwards<'a>(phrases: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        Self::filed(phrases.into_iter().map(|(phrase, meaning)| (words(phrase).collect(), meaning)))
    }

    /// Phrases that are looked for before a place: filed under their last word.
    pub fn backwards<'a>(phrases: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        Self::filed(phrases.into_iter().map(|(phrase, meaning)| (words(phrase).rev().collect(), meaning)))
    }

    fn filed<'a>(phrases: impl Iterator<Item = (Vec<&'a str>, T)>) -> Self {
        let mut filed: BTreeMap<&str, Vec<Phrase<T>>> = BTreeMap::new();
        for (words, meaning) in phrases {
            if let Some((key, further)) = words.split_first() {
                filed.entry(key).or_default().push(Phrase { further: further.iter().map(|word| hash_of(word)).collect(), meaning });
            }
        }
        for phrases in filed.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.further.len()));
        }
        Self(filed.into_iter().collect())
    }

    /// The hashes of the words that phrases are filed under.
    pub(super) fn hashes(&self) -> impl Iterator<Item = WordHash> {
        self.0.hashes()
    }

    /// The phrases filed under a word, longest first.
    pub fn under(&self, hash: WordHash) -> &[Phrase<T>] {
        self.0.get(hash).map_or(&[], Vec::as_slice)
    }
}

fn words(phrase: &str) -> impl DoubleEndedIterator<Item = &str> {
    phrase.split([' ', '-']).filter(|word| !word.is_empty())
}

/// Signs that are no words ("km/h", "US$", "%"), told apart letter by letter.
#[derive(Debug)]
pub struct Signs<T> {
    /// By their first byte, or by their last one.
    filed: Vec<Vec<(Box<str>, T)>>,
    /// Whether any is filed under a byte.
    begins: Box<[bool; 256]>,
    /// The most letters that one of them begins with.
    letters: usize,
}

impl<T: Copy> Signs<T> {
    /// Signs that are read forwards.
    pub fn forwards<'a>(signs: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        Self::filed(signs, |sign| sign.bytes().next())
    }

    /// Signs that are looked for before a place.
    pub fn backwards<'a>(signs: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        Self::filed(signs, |sign| sign.bytes().next_back())
    }

    fn filed<'a>(signs: impl IntoIterator<Item = (&'a str, T)>, edge: impl Fn(&str) -> Option<u8>) -> Self {
        let mut filed: Vec<Vec<(Box<str>, T)>> = std::iter::repeat_with(Vec::new).take(256).collect();
        for (sign, meaning) in signs {
            if let Some(edge) = edge(sign) {
                filed[usize::from(edge)].push((sign.into(), meaning));
            }
        }
        for signs in &mut filed {
            signs.sort_by_key(|(sign, _)| std::cmp::Reverse(sign.len()));
        }
        let leading = |sign: &str| sign.bytes().take_while(u8::is_ascii_alphabetic).count();
        let letters = filed.iter().flatten().map(|(sign, _)| leading(sign)).max().unwrap_or(0);
        let mut begins = Box::new([false; 256]);
        begins.iter_mut().zip(&filed).for_each(|(begins, signs)| *begins = !signs.is_empty());
        Self { filed, begins, letters }
    }

    /// The most letters that a sign begins with: a longer word begins with none that ends where the word does.
    pub const fn letters(&self) -> usize {
        self.letters
    }

    /// The hashes of the words that signs begin with: "km" of "km/h".
    pub(super) fn words(&self) -> impl Iterator<Item = WordHash> {
        let leading = |sign: &str| hash_of(sign.split(|end: char| !end.is_ascii_alphabetic()).next().unwrap_or_default());
        self.filed.iter().flatten().map(move |(sign, _)| leading(sign))
    }

    /// The signs that `text` begins with, longest first, and what follows each.
    pub fn at_start<'s, 't>(&'s self, text: &'t str) -> impl Iterator<Item = (&'t str, T)> + use<'s, 't, T> {
        let signs = text.bytes().next().and_then(|edge| self.filed.get(usize::from(edge)));
        let signs = signs.into_iter().flatten().filter(move |(sign, _)| meet(text.bytes(), sign.bytes()));
        signs.filter_map(|(sign, meaning)| Some((text.strip_prefix(&**sign)?, *meaning)))
    }

    /// What the first sign that stands in `text` means; where several begin there, the least.
    pub fn first_in(&self, text: &str) -> Option<T>
    where
        T: Ord,
    {
        let begins = text.bytes().enumerate().filter(|(_, byte)| self.begins[usize::from(*byte)]);
        begins.filter_map(|(at, _)| text.get(at..)).find_map(|from| self.at_start(from).map(|(_, meaning)| meaning).min())
    }

    /// The signs that `text` ends with, longest first, and what stands before each.
    pub fn at_end<'s, 't>(&'s self, text: &'t str) -> impl Iterator<Item = (&'t str, T)> + use<'s, 't, T> {
        let signs = text.bytes().next_back().and_then(|edge| self.filed.get(usize::from(edge)));
        let signs = signs.into_iter().flatten().filter(move |(sign, _)| meet(text.bytes().rev(), sign.bytes().rev()));
        signs.filter_map(|(sign, meaning)| Some((text.strip_suffix(&**sign)?, *meaning)))
    }
}

/// Whether a text and a sign have the letter next to the edge in common, too: few have, and to compare the whole costs more.
fn meet(text: impl Iterator<Item = u8>, sign: impl Iterator<Item = u8>) -> bool {
    text.zip(sign).nth(1).is_none_or(|(held, wanted)| held == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_comes_first() {
        let phrases = Phrases::backwards([("than", 1), ("more than", 2), ("no more than", 3)]);
        let meanings: Vec<_> = phrases.under(hash_of("than")).iter().map(|phrase| phrase.meaning).collect();
        assert_eq!(meanings, [3, 2, 1]);
        let signs = Signs::backwards([("$", 1), ("US$", 2)]);
        assert_eq!(signs.at_end("for US$").collect::<Vec<_>>(), [("for ", 2), ("for US", 1)]);
        let signs = Signs::forwards([("m", 1), ("m/s", 2)]);
        assert_eq!(signs.at_start("m/s!").next(), Some(("!", 2)));
        assert_eq!((signs.first_in("5 m/s"), signs.first_in("5 ½ k")), (Some(1), None));
    }
}
