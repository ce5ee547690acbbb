//! How counted nouns and measures relate: synonyms, wider words, tolls and happenings; and which events have a day.
//!
//! In: rows of `nouns.toml`. Out: look-ups by noun. What never happens here: a look at figures or articles.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Counts, Own, Table, rows};

/// How two counted nouns relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kin {
    /// One noun.
    Same,
    /// Two nouns for one thing.
    Synonym,
    /// One is a word for anyone: it may hold the other.
    Wider,
    /// Neither.
    Other,
}

/// How counted nouns and measures relate.
#[derive(Clone, Debug)]
pub struct Nouns {
    known: Table<Known>,
    tolls: Table<()>,
    happenings: Table<()>,
    anybody: Table<()>,
    crowds: Table<()>,
    women: Table<()>,
    men: Table<()>,
    standing: Table<()>,
    dated: Table<()>,
    scenes: Table<()>,
    extents: Table<()>,
    steps: Table<()>,
}

/// What is known of a noun.
#[derive(Clone, Debug, Default)]
struct Known {
    /// Numbers of the rows of synonyms that hold it; a noun may stand in several.
    synonyms: Vec<u8>,
    /// Whether it stands for anyone.
    anyone: bool,
}

#[derive(Deserialize)]
struct Rows {
    synonyms: Vec<String>,
    anyone: String,
    tolls: String,
    happenings: String,
    anybody: String,
    crowds: String,
    women: String,
    men: String,
    standing: String,
    dated: String,
    scenes: String,
    extents: String,
    steps: String,
}

/// A counted noun, looked up once for many comparisons.
#[derive(Clone, Copy, Debug)]
pub struct Noun<'a> {
    /// The noun.
    pub word: &'a str,
    known: Option<&'a Known>,
}

impl Noun<'_> {
    /// Whether it stands for anyone.
    pub fn anyone(self) -> bool {
        self.known.is_some_and(|known| known.anyone)
    }

    /// How it relates to another.
    pub fn kin(self, other: Noun<'_>) -> Kin {
        if self.word == other.word {
            return Kin::Same;
        }
        let both = self.known.zip(other.known);
        if both.is_some_and(|(one, other)| one.synonyms.iter().any(|row| other.synonyms.contains(row))) {
            return Kin::Synonym;
        }
        match (self.anyone(), other.anyone()) {
            (true, true) => Kin::Synonym,
            (false, false) => Kin::Other,
            _ => Kin::Wider,
        }
    }
}

impl Nouns {
    pub(super) fn read(toml: &str, own: &Own) -> Self {
        let rows: Rows = rows(toml);
        let anyone: Vec<&str> = rows.anyone.split_whitespace().collect();
        let mut words: Vec<(&str, u8)> =
            (1..).zip(&rows.synonyms).flat_map(|(number, row)| row.split_whitespace().map(move |word| (word, number))).collect();
        // The nouns of a desk's measure are synonyms, also of the noun that they are like.
        for (number, own) in (rows.synonyms.len() + 1..).zip(&own.measures) {
            let number = u8::try_from(number).unwrap_or(u8::MAX);
            let rows: Vec<u8> = words.iter().filter(|(word, _)| own.like.as_deref() == Some(word)).map(|(_, row)| *row).collect();
            let heads = own.heads.iter().map(|head| head.split('/').next().unwrap_or(head));
            words.extend(heads.flat_map(|head| rows.iter().copied().chain([number]).map(move |row| (head, row))));
            words.extend(own.like.as_deref().map(|like| (like, number)));
        }
        words.sort_unstable();
        let mut known: BTreeMap<&str, Known> = BTreeMap::new();
        for (word, row) in words {
            known.entry(word).or_default().synonyms.push(row);
        }
        let set = |words: &str| words.split_whitespace().map(|word| (word, ())).collect();
        let counted = |words: &str, counts: Counts| {
            let own = own.measures.iter().filter(|measure| measure.counts != Counts::Anything);
            let (takes, drops): (Vec<_>, Vec<_>) = own.partition(|measure| measure.counts == counts);
            let compiled = words.split_whitespace().filter(|word| drops.iter().all(|measure| &*measure.name != *word));
            compiled.chain(takes.iter().map(|measure| &*measure.name)).map(|word| (word, ())).collect()
        };
        let like_anyone = own.measures.iter().filter(|own| own.like.as_deref().is_some_and(|like| anyone.contains(&like)));
        let heads = like_anyone.flat_map(|own| own.heads.iter().map(|head| head.split('/').next().unwrap_or(head)));
        for word in anyone.iter().copied().chain(heads) {
            known.entry(word).or_default().anyone = true;
        }
        Self {
            known: known.into_iter().collect(),
            tolls: counted(&rows.tolls, Counts::Toll),
            happenings: counted(&rows.happenings, Counts::Happenings),
            anybody: set(&rows.anybody),
            crowds: set(&rows.crowds),
            women: set(&rows.women),
            men: set(&rows.men),
            standing: counted(&rows.standing, Counts::Standing),
            dated: set(&rows.dated),
            scenes: set(&rows.scenes),
            extents: set(&rows.extents),
            steps: set(&rows.steps),
        }
    }

    /// A counted noun, singular and lower case, with what is known of it.
    pub fn noun<'a>(&'a self, word: &'a str) -> Noun<'a> {
        Noun { word, known: self.known.word(word) }
    }

    /// How two counted nouns, singular and lower case, relate.
    pub fn kin(&self, one: &str, other: &str) -> Kin {
        self.noun(one).kin(self.noun(other))
    }

    /// Whether the noun stands for anyone.
    pub fn anyone(&self, noun: &str) -> bool {
        self.noun(noun).anyone()
    }

    /// Whether a measure is the toll of one event, counted until it settles.
    pub fn toll(&self, measure: &str) -> bool {
        self.tolls.word(measure).is_some()
    }

    /// Whether a measure counts those who came together for one event.
    pub fn crowd(&self, measure: &str) -> bool {
        self.crowds.word(measure).is_some()
    }

    /// Whether a noun is a woman's, `Some(false)` where it is a man's.
    pub fn of_woman(&self, noun: &str) -> Option<bool> {
        let man = || self.men.word(noun).map(|()| false);
        self.women.word(noun).map(|()| true).or_else(man)
    }

    /// Whether a measure counts anybody: "30 people" are those of "12 people" only where the same happened to both.
    pub fn anybody(&self, measure: &str) -> bool {
        self.anybody.word(measure).is_some()
    }

    /// Whether a measure counts happenings, so that each count belongs to its period.
    pub fn happening(&self, measure: &str) -> bool {
        self.happenings.word(measure).is_some()
    }

    /// Whether a measure counts what stands or is kept over time, so that a count holds across stories.
    pub fn standing(&self, measure: &str) -> bool {
        self.standing.word(measure).is_some()
    }

    /// Whether events of a class happen on a day that reports can name.
    pub fn dated(&self, class: &str) -> bool {
        self.dated.word(class).is_some()
    }

    /// Whether events of a class befall people or a place, on one day of an article.
    pub fn scene(&self, class: &str) -> bool {
        self.scenes.word(class).is_some()
    }

    /// Whether what is measured comes to an event of the class as one figure of its story: the ground that burned.
    pub fn extent(&self, class: &str) -> bool {
        self.extents.word(class).is_some()
    }

    /// Whether events of a class come several to a story, as the steps of the law do.
    pub fn step(&self, class: &str) -> bool {
        self.steps.word(class).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    #[test]
    fn nouns_relate_by_their_rows() {
        let nouns = &Language::english().nouns;
        for (one, other, expected) in [
            ("soldier", "soldier", Kin::Same),
            ("soldier", "troop", Kin::Synonym),
            ("person", "fatality", Kin::Synonym),
            ("toll", "person", Kin::Synonym),
            ("body", "person", Kin::Wider),
            ("person", "child", Kin::Wider),
            ("child", "officer", Kin::Other),
            ("cellist", "person", Kin::Wider),
        ] {
            assert_eq!(nouns.kin(one, other), expected, "{one}, {other}");
            assert_eq!(nouns.kin(other, one), expected, "{other}, {one}");
        }
        assert!(nouns.toll("deaths") && !nouns.toll("troops") && nouns.happening("attacks"));
        assert!(nouns.anybody("people") && !nouns.anybody("protesters") && nouns.crowd("protesters"));
        assert_eq!((nouns.of_woman("woman"), nouns.of_woman("boy"), nouns.of_woman("clerk")), (Some(true), Some(false), None));
    }
}
