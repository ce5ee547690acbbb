//! Pairs of articles that are worth measuring: those that share two of their weightiest terms, or one that few others hold.
//!
//! In: an [`Index`]. Out: for each article the later ones that it is measured against. What never happens here: a list of all pairs
//! of a batch, which would outgrow the batch.

use super::index::{Index, Order};
use super::rows::Rows;

/// Most articles under one key of which each two are compared. Past it only those of one day or of two that follow each other are, for
/// what so many tell goes on for weeks; and of a day that is as full as that, each with as many before and after it in an order that
/// their terms give. So neither names nor articles of other days decide who meets.
const MOST_UNDER_KEY: usize = 64;

/// Most articles whose weightiest terms hold one term up to which that term alone is a key: a short page may name the town, or the victim,
/// and nothing else that another tells. Towns that more tell of are too large: two events of theirs would meet.
const FEW: usize = 8;

/// The articles under each key, and where each article stands among them.
#[derive(Debug)]
pub(super) struct Candidates {
    under: Vec<u32>,
    places: Rows<(u32, u32)>,
}

impl Candidates {
    pub(super) fn new(index: &Index) -> Self {
        let (mut under, mut places) = (Vec::new(), Vec::new());
        let ranks = ranks(index);
        // Another term of the key, and an article that holds both.
        let mut filed: Vec<(u32, u32)> = Vec::new();
        let mut by_day: Vec<(Order, u32)> = Vec::new();
        for term in 0..number(index.key_terms) {
            // A key is two terms; it is filed under the one that fewer articles hold.
            filed.clear();
            let rank = ranks[term as usize];
            let held = index.keyed.of(term as usize);
            if held.len() <= FEW {
                each_two(held.iter().copied(), &mut under, &mut places);
                continue;
            }
            for &article in held {
                let others = index.keys.of(article as usize).iter().filter(|&&other| rank < ranks[other as usize]);
                filed.extend(others.map(|&other| (other, article)));
            }
            // As one number each, for that is all that a sort of many short lists costs.
            filed.sort_unstable_by_key(|&(other, article)| u64::from(other) << 32 | u64::from(article));
            for articles in filed.chunk_by(|a, b| a.0 == b.0).filter(|articles| articles.len() > 1) {
                let start = under.len();
                if articles.len() > MOST_UNDER_KEY {
                    by_day.clear();
                    by_day.extend(articles.iter().map(|&(_, article)| (index.orders[article as usize], article)));
                    by_day.sort_unstable();
                    under.extend(by_day.iter().map(|&(_, article)| article));
                    places.extend((0..by_day.len()).map(|at| {
                        let (from, to) = around(at, &by_day);
                        (by_day[at].1, (number(start + from), number(start + to)))
                    }));
                    continue;
                }
                each_two(articles.iter().map(|&(_, article)| article), &mut under, &mut places);
            }
        }
        Self { under, places: Rows::new(index.articles(), &places) }
    }

    /// The later articles that share a key with `article`; one may come several times.
    pub(super) fn of(&self, article: usize) -> impl Iterator<Item = u32> {
        let under = self.places.of(article).iter().flat_map(|&(from, to)| &self.under[from as usize..to as usize]);
        under.copied().filter(move |&other| other as usize > article)
    }
}

/// Files articles of which each two are compared.
fn each_two(articles: impl ExactSizeIterator<Item = u32> + Clone, under: &mut Vec<u32>, places: &mut Vec<(u32, (u32, u32))>) {
    let (start, end) = (under.len(), under.len() + articles.len());
    under.extend(articles.clone());
    places.extend(articles.zip(1..).map(|(article, next)| (article, (number(start + next), number(end)))));
}

/// The place of each term among those that make keys, the one that fewest articles hold first.
fn ranks(index: &Index) -> Vec<u32> {
    let mut order: Vec<u32> = (0..number(index.key_terms)).collect();
    order.sort_by_key(|&term| index.keyed.of(term as usize).len());
    let mut ranks = vec![0; order.len()];
    for (rank, term) in (0..).zip(order) {
        ranks[term as usize] = rank;
    }
    ranks
}

/// From where to where those stand that are compared with the one at `at`, itself included.
fn around(at: usize, by_day: &[(Order, u32)]) -> (usize, usize) {
    let first = at.saturating_sub(MOST_UNDER_KEY);
    let near = &by_day[first..by_day.len().min(at + MOST_UNDER_KEY + 1)];
    let day = by_day[at].0.day;
    let from = near.partition_point(|(order, _)| order.day < day.saturating_sub(1));
    let to = near.partition_point(|(order, _)| order.day <= day.saturating_add(1));
    (first + from, first + to)
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::{Reader, Terms};
    use super::*;
    use crate::lexicon::Language;
    use crate::text::Words;

    #[test]
    fn one_term_that_few_hold_is_a_key() {
        let terms = |text: &str| {
            let mut reader = Reader::new(Language::english(), None);
            reader.read(text, &Words::new(text).collect::<Vec<_>>(), false);
            reader.finish()
        };
        let few = [terms("A child was shot near Karvella."), terms("Boy of Karvella dies."), terms("Voters chose Dornquist.")];
        let found = |articles: &[&Terms]| Candidates::new(&Index::new(articles)).of(0).collect::<Vec<_>>();
        assert_eq!(found(&few.iter().collect::<Vec<_>>()), [1]);
        // A town of which many tell tells no event from another.
        let names = ["Ostrowin", "Malvado", "Dornquist", "Kestrand", "Velmora", "Marden", "Corven", "Brackley"];
        let many: Vec<Terms> = names.iter().map(|name| terms(&format!("Karvella {name}."))).collect();
        assert!(many.len() == FEW && found(&many.iter().chain(&few[1..2]).collect::<Vec<_>>()).is_empty());
    }

    #[test]
    fn full_keys_meet_by_day_whatever_else_comes() {
        let articles = |days: &[i32]| -> Vec<(Order, u32)> {
            let one = |(at, &day): (usize, &i32)| (Order { day, digest: at as u64 }, number(at));
            days.iter().enumerate().map(one).collect()
        };
        let few = articles(&[1, 1, 2, 3, 9]);
        assert_eq!([0, 2, 3, 4].map(|at| around(at, &few)), [(0, 3), (0, 4), (2, 4), (4, 5)]);
        let undated = articles(&[i32::MIN, i32::MIN, 1]);
        assert_eq!([0, 2].map(|at| around(at, &undated)), [(0, 2), (2, 3)]);
        let full = articles(&[5; 200]);
        assert_eq!([0, 100, 199].map(|at| around(at, &full)), [(0, 65), (36, 165), (135, 200)]);
    }
}
