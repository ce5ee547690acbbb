//! Groups by average closeness: a chain of neighbours joins nobody.
//!
//! In: a number of things and how close each two are. Out: groups. What never happens here: a look at what the things are. Ties break
//! by position, so things must come in an order that the batch does not decide.

/// Groups things `0..count` greedily: the two groups closest on average are joined as long as that average reaches `threshold`.
///
/// `closeness` is symmetric; a pair for which it is `None` can't be in one group, whatever speaks for it. Takes memory for all pairs:
/// callers cap `count`. Groups and their members come in ascending order.
pub fn groups(count: usize, threshold: u32, closeness: impl Fn(usize, usize) -> Option<u32>) -> Vec<Vec<usize>> {
    let mut table = Table::new(count, closeness);
    let mut members: Vec<Vec<usize>> = (0..count).map(|one| vec![one]).collect();
    // The best partner of each group among those after it; recomputed only where it may have changed.
    let mut best: Vec<Option<Best>> = (0..count).map(|one| table.best(one, &members, threshold)).collect();
    loop {
        let winner = best.iter().enumerate().filter_map(|(one, best)| best.map(|best| (one, best)));
        let Some((one, Best { other, .. })) = winner.reduce(|a, b| if b.1.closer_than(a.1) { b } else { a }) else { break };
        let moved = std::mem::take(&mut members[other]);
        members[one].extend(moved);
        table.join(one, other);
        for group in 0..count {
            let stale = best[group].is_some_and(|best| best.other == one || best.other == other);
            if group == one || group == other || stale {
                best[group] = table.best(group, &members, threshold);
            } else if group < one && !members[group].is_empty() {
                let new = table.average(group, one, &members, threshold);
                if let Some(new) = new
                    && best[group].is_none_or(|old| new.closer_than(old))
                {
                    best[group] = Some(new);
                }
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = members.into_iter().filter(|group| !group.is_empty()).collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// The closest partner of a group: an average kept as sum and number of pairs.
#[derive(Clone, Copy)]
struct Best {
    sum: u64,
    pairs: u64,
    other: usize,
}

impl Best {
    fn closer_than(self, than: Self) -> bool {
        u128::from(self.sum) * u128::from(than.pairs) > u128::from(than.sum) * u128::from(self.pairs)
    }
}

/// Sums of closeness between groups; `None` for groups that must stay apart.
struct Table {
    count: usize,
    sums: Vec<Option<u64>>,
}

impl Table {
    fn new(count: usize, closeness: impl Fn(usize, usize) -> Option<u32>) -> Self {
        let mut sums = vec![None; count * count];
        for one in 0..count {
            for other in one + 1..count {
                let close = closeness(one, other).map(u64::from);
                sums[one * count + other] = close;
                sums[other * count + one] = close;
            }
        }
        Self { count, sums }
    }

    fn join(&mut self, one: usize, other: usize) {
        for group in 0..self.count {
            let sum = self.sums[one * self.count + group].zip(self.sums[other * self.count + group]).map(|(a, b)| a + b);
            self.sums[one * self.count + group] = sum;
            self.sums[group * self.count + one] = sum;
        }
    }

    fn average(&self, one: usize, other: usize, members: &[Vec<usize>], threshold: u32) -> Option<Best> {
        let sum = self.sums[one * self.count + other]?;
        let pairs = (members[one].len() * members[other].len()) as u64;
        (pairs > 0 && sum > 0 && sum >= u64::from(threshold) * pairs).then_some(Best { sum, pairs, other })
    }

    fn best(&self, one: usize, members: &[Vec<usize>], threshold: u32) -> Option<Best> {
        if members[one].is_empty() {
            return None;
        }
        let found = (one + 1..self.count).filter_map(|other| self.average(one, other, members, threshold));
        found.reduce(|a, b| if b.closer_than(a) { b } else { a })
    }
}

/// The connected components of `0..count` under `edges`, each in ascending order, ordered by their first member.
pub fn components(count: usize, edges: impl IntoIterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut parent: Vec<usize> = (0..count).collect();
    for (one, other) in edges {
        let (one, other) = (root(&mut parent, one), root(&mut parent, other));
        let (first, second) = (one.min(other), one.max(other));
        parent[second] = first;
    }
    let mut rooted: Vec<(usize, usize)> = (0..count).map(|at| (root(&mut parent, at), at)).collect();
    rooted.sort_unstable();
    rooted.chunk_by(|a, b| a.0 == b.0).map(|chunk| chunk.iter().map(|&(_, at)| at).collect()).collect()
}

/// The first member known of the component that holds `at`; paths to it are halved on the way.
fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Groups points on a line: closeness is 100 less ten times the distance.
    fn line(points: &[i64], threshold: u32) -> Vec<Vec<i64>> {
        let close = |a: usize, b: usize| u32::try_from(100 - 10 * (points[a] - points[b]).abs()).ok().or(Some(0));
        groups(points.len(), threshold, close).into_iter().map(|group| group.into_iter().map(|at| points[at]).collect()).collect()
    }

    #[test]
    fn the_average_decides_and_not_a_chain() {
        assert_eq!(line(&[0, 1, 2, 20, 21], 60), [vec![0, 1, 2], vec![20, 21]]);
        // Each is near its neighbour, and the ends are far from each other.
        assert_eq!(line(&[0, 3, 6, 9, 12], 60), [vec![0, 3], vec![6, 9], vec![12]]);
        assert_eq!(line(&[], 60), Vec::<Vec<i64>>::new());
    }

    #[test]
    fn what_must_stay_apart_stays_apart_through_others() {
        let close = |a: usize, b: usize| if (a, b) == (0, 2) { None } else { Some(90) };
        assert_eq!(groups(3, 50, close), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn components_are_found_whatever_the_order_of_edges() {
        let expected = vec![vec![0, 2, 4], vec![1], vec![3, 5]];
        assert_eq!(components(6, [(0, 2), (2, 4), (5, 3)]), expected);
        assert_eq!(components(6, [(3, 5), (4, 2), (4, 0)]), expected);
    }
}
