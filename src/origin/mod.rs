//! Copies, near copies and wire credits: which articles go back to one report.
//!
//! In: a sketch of each article and its wire credit. Out: an origin for each. What never happens here: any look at figures, and no
//! merging because two articles quote one source: quoting is not copying. Read [`Origins`] first.

mod sketch;

use crate::article::{self, Article};
use crate::text::Name;

pub use sketch::{MINIMA, Reader};

/// Minima that form one band: two articles that share all of a band are held against each other.
const BAND: usize = 4;
/// Minima of [`MINIMA`] that copies share: seven in ten.
const COPY: usize = MINIMA * 7 / 10;
/// Most articles under one band of which each two are compared; past it each is compared with as many before it.
const MOST_UNDER_BAND: usize = 64;

/// What is kept of an article to tell copies by.
#[derive(Clone, Debug, Default)]
pub struct Sketch {
    /// `MinHash` of its word shingles; empty for a text too short to be copied.
    pub minima: Box<[u32]>,
    /// The wire that it credits: "AP", "Reuters".
    pub wire: Option<Name>,
}

impl Sketch {
    /// Whether the two texts are copies or near copies.
    pub fn copies(&self, other: &Self) -> bool {
        !self.minima.is_empty() && self.minima.iter().zip(&other.minima).filter(|(a, b)| a == b).count() >= COPY
    }
}

/// The origins of a batch.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// For each article the first article, in the batch's order, of its origin.
    pub of: Vec<article::Id>,
    /// For each article the one it is a copy or near copy of; `None` for the first of its kind.
    pub copy_of: Vec<Option<article::Id>>,
}

impl Origins {
    /// Finds copies by the bands of their sketches. Articles come in the batch's order.
    pub fn of_copies(sketches: &[&Sketch]) -> Self {
        let ids = || (0..sketches.len()).map(|at| article::Id(u32::try_from(at).unwrap_or(u32::MAX)));
        let mut origins = Self { of: ids().collect(), copy_of: vec![None; sketches.len()] };
        let mut bands: Vec<(u64, usize)> = Vec::new();
        for (at, sketch) in sketches.iter().enumerate() {
            for (number, band) in sketch.minima.chunks_exact(BAND).enumerate() {
                let key = band
                    .iter()
                    .fold(number as u64 + 1, |key, &low| (key.rotate_left(13) ^ u64::from(low)).wrapping_mul(0x9e37_79b9_7f4a_7c15));
                bands.push((key, at));
            }
        }
        bands.sort_unstable();
        for chunk in bands.chunk_by(|a, b| a.0 == b.0) {
            for (position, &(_, later)) in chunk.iter().enumerate() {
                for &(_, earlier) in &chunk[position.saturating_sub(MOST_UNDER_BAND)..position] {
                    if origins.root(earlier) != origins.root(later) && sketches[earlier].copies(sketches[later]) {
                        origins.join(earlier, later);
                        origins.copy_of[later].get_or_insert(article::Id(u32::try_from(earlier).unwrap_or(u32::MAX)));
                    }
                }
            }
        }
        origins.flatten();
        origins
    }

    /// Articles of one story that credit one wire go back to it. `stories` holds the articles of each story.
    pub fn join_wires<'a>(&mut self, sketches: &[&Sketch], stories: impl IntoIterator<Item = &'a [article::Id]>) {
        for story in stories {
            let mut credited: Vec<(&Name, usize)> =
                story.iter().filter_map(|id| Some((sketches.get(id.0 as usize)?.wire.as_ref()?, id.0 as usize))).collect();
            credited.sort_unstable();
            for chunk in credited.chunk_by(|a, b| a.0 == b.0) {
                for pair in chunk.windows(2) {
                    self.join(pair[0].1, pair[1].1);
                }
            }
        }
        self.flatten();
    }

    /// Copies that the user names. `articles` are those of the batch, ordered by name; a name that is not among them joins nothing.
    pub fn join_given(&mut self, articles: &[Article]) {
        for (at, article) in articles.iter().enumerate() {
            let original = article.copy_of.as_ref().and_then(|name| articles.binary_search_by(|other| other.doc.cmp(name)).ok());
            if let Some(original) = original.filter(|original| *original != at) {
                self.join(original, at);
                self.copy_of[at] = Some(article::Id(u32::try_from(original).unwrap_or(u32::MAX)));
            }
        }
        self.flatten();
    }

    fn root(&self, mut at: usize) -> usize {
        while self.of[at].0 as usize != at {
            at = self.of[at].0 as usize;
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.of[one.max(other)] = self.of[one.min(other)];
    }

    fn flatten(&mut self) {
        for at in 0..self.of.len() {
            self.of[at] = self.of[self.root(at)];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;
    use crate::text::Words;

    /// A text of `count` made-up words that depend on `seed`.
    fn text(seed: usize, count: usize) -> String {
        let word = |at: usize| (at * at * (seed + 7919) + at * seed * 31) % 9973;
        (0..count).map(|at| ["w", &word(at).to_string(), " "].concat()).collect()
    }

    fn sketch(text: &str) -> Sketch {
        let mut reader = Reader::new(Language::english());
        reader.read(text, &Words::new(text).collect::<Vec<_>>());
        reader.finish()
    }

    fn of(texts: &[&str]) -> Vec<u32> {
        let sketches: Vec<Sketch> = texts.iter().map(|text| sketch(text)).collect();
        Origins::of_copies(&sketches.iter().collect::<Vec<_>>()).of.into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn copies_and_near_copies_have_one_origin() {
        let report = text(1, 300);
        let cut = format!("{} Sign up here.", report.get(..report.len() * 9 / 10).unwrap());
        assert_eq!(of(&[&report, &text(2, 300), &report, &cut]), [0, 1, 0, 0]);
    }

    #[test]
    fn half_a_text_is_no_copy_and_a_notice_is_no_report() {
        let report = text(1, 300);
        let half = format!("{} {}", report.get(..report.len() / 2).unwrap(), text(3, 150));
        assert_eq!(of(&[&report, &half]), [0, 1]);
        assert_eq!(of(&["Log in to read on.", "Log in to read on."]), [0, 1]);
    }

    #[test]
    fn one_wire_is_one_origin_within_a_story() {
        let credit = |wire: &str, seed| sketch(&format!("KARVELLA ({wire}) - {}", text(seed, 100)));
        let sketches = [credit("AP", 1), credit("AP", 2), credit("Reuters", 3), credit("AP", 4)];
        let sketches: Vec<&Sketch> = sketches.iter().collect();
        let mut origins = Origins::of_copies(&sketches);
        let story = [article::Id(0), article::Id(1), article::Id(2)];
        origins.join_wires(&sketches, [&story[..], &[article::Id(3)][..]]);
        assert_eq!(origins.of.iter().map(|id| id.0).collect::<Vec<_>>(), [0, 0, 2, 3]);
    }

    #[test]
    fn copies_that_the_user_names_are_of_one_origin() {
        let named = |doc: &str, copy_of: Option<&str>| Article { doc: doc.into(), copy_of: copy_of.map(Into::into), ..Article::default() };
        let articles = [named("a", None), named("b", Some("c")), named("c", None), named("d", Some("nowhere"))];
        let empty = Sketch::default();
        let mut origins = Origins::of_copies(&[&empty; 4]);
        origins.join_given(&articles);
        let of: Vec<u32> = origins.of.iter().map(|id| id.0).collect();
        assert_eq!((of, origins.copy_of[1], origins.copy_of[3]), (vec![0, 1, 1, 3], Some(article::Id(2)), None));
    }
}
