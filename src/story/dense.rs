//! The terms that most articles of a batch hold: of each article a row of weights, so that what two share of them is a product of rows.
//!
//! In: common terms of articles, and how many hold each. Out: [`Dense`]. What never happens here: a term of few articles, a decision.

use std::cmp::Reverse;

use super::closeness::{ENOUGH_SHARED, Reach, Reached, Shared, Told};

/// Terms of a row.
const WIDTH: usize = 256;
/// Terms of a row that are looked at before asking whether enough is shared.
const AT_ONCE: usize = 64;
/// Bits of a row that say which terms are names.
const WORDS: usize = WIDTH / 64;

/// What each article tells of the terms that most hold.
#[derive(Debug)]
pub(super) struct Dense {
    /// Empty where no term is common.
    rows: Vec<[i16; WIDTH]>,
    names: Vec<[u64; WORDS]>,
    /// What each article can share in them.
    reach: Vec<Reach>,
}

impl Dense {
    /// Takes the terms that most of `count` articles hold out of `common`: articles, each with the number of a term and what it tells.
    /// `holders` says of each number how many articles hold it.
    pub(super) fn of(count: usize, holders: &[usize], common: &mut Vec<(u32, (u32, Told))>) -> Self {
        let mut order: Vec<usize> = (0..holders.len()).collect();
        order.sort_by_key(|&column| Reverse(holders[column]));
        let mut places = vec![WIDTH; holders.len()];
        for (place, &column) in order.iter().enumerate().take(WIDTH) {
            places[column] = place;
        }
        let articles = if holders.is_empty() { 0 } else { count };
        let (rows, names) = (vec![[0; WIDTH]; articles], vec![[0; WORDS]; articles]);
        let (mut dense, mut reached) = (Self { rows, names, reach: Vec::new() }, vec![Reached::default(); count]);
        common.retain(|&(article, (column, told))| {
            let (article, place) = (article as usize, places[column as usize]);
            let Some((slot, weight)) = dense.rows[article].get_mut(place).zip(i16::try_from(told.weight()).ok()) else { return true };
            *slot = weight;
            dense.names[article][place / 64] |= u64::from(told.of_name() > 0) << (place % 64);
            reached[article].add(told);
            false
        });
        dense.reach = Reached::all(&reached);
        dense
    }

    /// What each article can share in these terms.
    pub(super) fn reach(&self) -> &[Reach] {
        &self.reach
    }

    /// Adds what two articles share; `fits` where the product of their norms takes no more than 32 bits.
    #[inline]
    pub(super) fn add(&self, shared: &mut Shared, one: usize, other: usize, fits: bool) {
        let (Some(a), Some(b)) = (self.rows.get(one), self.rows.get(other)) else { return };
        shared.dot += if fits { u64::from(product(a, b)) } else { long_product(a, b) };
        for (a, b) in a.as_chunks().0.iter().zip(b.as_chunks().0) {
            // Past what is enough it no longer matters how much more there is.
            if shared.weight >= ENOUGH_SHARED {
                break;
            }
            shared.weight += least(a, b);
        }
        for (word, (one, other)) in self.names[one].iter().zip(&self.names[other]).enumerate() {
            let mut both = one & other;
            while both != 0 {
                let at = word * 64 + both.trailing_zeros() as usize;
                shared.names += i32::from(a[at].min(b[at])).cast_unsigned();
                both &= both - 1;
            }
        }
    }
}

/// The sum of the products, which is no more than the product of the norms. Written by twos of many, so that it becomes eight products a step.
fn product(one: &[i16; WIDTH], other: &[i16; WIDTH]) -> u32 {
    let mut sum = 0_i32;
    for (a, b) in one.as_chunks::<32>().0.iter().zip(other.as_chunks::<32>().0) {
        let mut two = [0; 16];
        for at in 0..16 {
            two[at] = i32::from(a[2 * at]) * i32::from(b[2 * at]) + i32::from(a[2 * at + 1]) * i32::from(b[2 * at + 1]);
        }
        sum = two.iter().fold(sum, |sum, two| sum.wrapping_add(*two));
    }
    sum.cast_unsigned()
}

/// The same where it may take more than 32 bits.
fn long_product(one: &[i16; WIDTH], other: &[i16; WIDTH]) -> u64 {
    one.iter().zip(other).map(|(a, b)| u64::from((i32::from(*a) * i32::from(*b)).cast_unsigned())).sum()
}

/// The sum of the lesser ones.
fn least(one: &[i16; AT_ONCE], other: &[i16; AT_ONCE]) -> u32 {
    one.iter().zip(other).map(|(a, b)| i32::from(*a.min(b))).sum::<i32>().cast_unsigned()
}

#[cfg(test)]
mod tests {
    use super::super::{Term, TermKind};
    use super::*;

    #[test]
    fn rows_give_what_terms_give() {
        let told = |number: u32, weight: u16| {
            let kind = if number.is_multiple_of(3) { TermKind::Name } else { TermKind::Word };
            (number, Term { hash: 0, weight, kind }.told())
        };
        // More terms than a row holds, and one that weighs too much for it.
        let terms = |step: u32| -> Vec<(u32, Told)> {
            (0..400).step_by(step as usize).map(|number| told(number, if number == 12 { 40_000 } else { 9 })).collect()
        };
        let of = [terms(2), terms(3), terms(4)];
        let mut shared = Shared::default();
        let other = |number| of[1].iter().find(|(other, _)| *other == number);
        of[0].iter().filter_map(|(number, one)| Some((one, other(*number)?.1))).for_each(|(one, other)| shared.add(*one, other));
        let mut common: Vec<_> = (0..).zip(&of).flat_map(|(article, terms)| terms.iter().map(move |term| (article, *term))).collect();
        let holders: Vec<usize> = (0..400).map(|number| 400 - number).collect();
        let dense = Dense::of(of.len(), &holders, &mut common);
        assert_eq!(common.iter().filter(|(_, (number, _))| *number < 256).map(|(_, (number, _))| *number).collect::<Vec<_>>(), [12; 3]);
        for fits in [false, true] {
            let mut sum = Shared::default();
            common.iter().filter(|(article, _)| *article == 0).for_each(|(_, (number, one))| {
                common
                    .iter()
                    .filter(|(article, (other, _))| *article == 1 && other == number)
                    .for_each(|(_, (_, other))| sum.add(*one, *other));
            });
            let rare = sum.weight;
            dense.add(&mut sum, 0, 1, fits);
            assert_eq!((sum.dot, sum.names), (shared.dot, shared.names));
            assert!(sum.weight == shared.weight || rare >= ENOUGH_SHARED);
        }
    }
}
