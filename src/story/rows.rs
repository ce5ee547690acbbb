//! Lists of one kind by number, one after another in memory.
//!
//! In: items, each with the number of its list. Out: the lists. What never happens here: a look at what the items are.

/// Lists, one for each number from 0 on.
#[derive(Debug)]
pub(super) struct Rows<T> {
    starts: Vec<usize>,
    items: Vec<T>,
}

impl<T: Copy + Default> Rows<T> {
    /// The lists of `0..count`; items keep their order.
    pub(super) fn new(count: usize, items: &[(u32, T)]) -> Self {
        let mut starts = vec![0; count + 1];
        for (row, _) in items {
            starts[*row as usize + 1] += 1;
        }
        for row in 0..count {
            starts[row + 1] += starts[row];
        }
        let mut free = starts.clone();
        let mut sorted = vec![T::default(); items.len()];
        for (row, item) in items {
            sorted[free[*row as usize]] = *item;
            free[*row as usize] += 1;
        }
        Self { starts, items: sorted }
    }

    /// All items, those of a list sorted among themselves.
    pub(super) fn sorted<K: Ord>(mut self, key: impl Fn(&T) -> K) -> Vec<T> {
        for (from, to) in self.starts.iter().zip(&self.starts[1..]) {
            self.items[*from..*to].sort_unstable_by_key(&key);
        }
        self.items
    }

    /// A list.
    #[inline]
    pub(super) fn of(&self, row: usize) -> &[T] {
        &self.items[self.starts[row]..self.starts[row + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_in_their_lists_in_order() {
        let rows = Rows::new(3, &[(2, 'a'), (0, 'b'), (2, 'c')]);
        assert_eq!([rows.of(0), rows.of(1), rows.of(2)], [&['b'][..], &[], &['a', 'c']]);
        assert_eq!(rows.sorted(|item| std::cmp::Reverse(*item)), ['b', 'c', 'a']);
    }
}
