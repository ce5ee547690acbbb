//! Terms filed by term: one walk over those of an article gives what it shares with every article after it.
//!
//! In: term by term, the articles that hold it, in order. Out: for each article what those after it share with it. What never happens
//! here: a step for two articles that share nothing.

use super::closeness::Told;
use super::rows::Rows;

/// Where the articles after one that holds a term stand, and how much the term tells in it.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    from: u32,
    to: u32,
    told: Told,
}

/// Terms on their way to be [`Filed`].
#[derive(Debug, Default)]
pub(super) struct Filing {
    held: Vec<(u32, Told)>,
    places: Vec<(u32, Place)>,
}

impl Filing {
    /// Files a term under the articles that hold it.
    pub(super) fn file(&mut self, held: impl ExactSizeIterator<Item = (u32, Told)>) {
        let to = number(self.held.len() + held.len());
        for (article, told) in held {
            self.held.push((article, told));
            let from = number(self.held.len());
            // No article comes after the last.
            if from < to {
                self.places.push((article, Place { from, to, told }));
            }
        }
    }

    /// The terms of `count` articles.
    pub(super) fn done(self, count: usize) -> Filed {
        Filed { places: Rows::new(count, &self.places), held: self.held }
    }
}

/// Terms of articles, each under the articles that hold it.
#[derive(Debug)]
pub(super) struct Filed {
    held: Vec<(u32, Told)>,
    places: Rows<Place>,
}

impl Filed {
    /// Calls `share` for each term that `one` shares with a later article: with that article, what `one` tells and what it does.
    #[inline]
    pub(super) fn shared(&self, one: usize, mut share: impl FnMut(u32, Told, Told)) {
        for place in self.places.of(one) {
            for &(other, told) in &self.held[place.from as usize..place.to as usize] {
                share(other, place.told, told);
            }
        }
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
