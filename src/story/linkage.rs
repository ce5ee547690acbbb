//! Groups by average closeness: a chain of neighbours joins nobody.
//!
//! In: a number of things and how close each two are. Out: groups. What never happens here: a look at what the things are. Ties break
//! by position, so things must come in an order that the batch does not decide.

/// Groups things `0..count` greedily: the two groups closest on average are joined as long as that average reaches `threshold`.
///
/// `near` is asked once for each two, the first of them ascending: how close they are, or `None` where they can't be in one group, whatever
/// speaks for it. Takes memory for all pairs: callers cap `count`. Groups and their members come in ascending order.
pub fn groups(count: usize, threshold: u32, near: impl FnMut(usize, usize) -> Option<u32>) -> Vec<Vec<usize>> {
    if count < 2 {
        return (0..count).map(|one| vec![one]).collect();
    }
    let mut table = Table::new(count, threshold, near);
    let mut alive: Vec<usize> = (0..count).collect();
    // The best partner of each group among those after it; recomputed only where it may have changed.
    let mut best: Vec<Option<Best>> = (0..count).map(|one| table.best(one, &alive)).collect();
    loop {
        let winner = alive.iter().filter_map(|&one| best[one].map(|best| (one, best)));
        let Some((one, Best { other, .. })) = winner.reduce(|a, b| if b.1.closer_than(a.1) { b } else { a }) else { break };
        alive.retain(|&group| group != other);
        table.join(one, other, &alive);
        for at in 0..alive.len() {
            let group = alive[at];
            let stale = best[group].is_some_and(|best| best.other == one || best.other == other);
            if group == one || stale {
                best[group] = table.best(group, &alive);
            } else if group < one
                && let Some(new) = table.average(group, one)
                && best[group].is_none_or(|old| new.closer_than(old))
            {
                best[group] = Some(new);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = alive.into_iter().map(|group| table.members(group).collect()).collect();
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

/// The sum of closeness between groups that must stay apart.
const APART: u64 = u64::MAX;

/// Sums of closeness between groups. A group is known by its first member.
struct Table {
    count: usize,
    threshold: u64,
    sums: Vec<u64>,
    /// Of each group the number of its members and the last of them; of each member the next one.
    sizes: Vec<u64>,
    last: Vec<usize>,
    next: Vec<usize>,
}

impl Table {
    fn new(count: usize, threshold: u32, mut near: impl FnMut(usize, usize) -> Option<u32>) -> Self {
        let mut sums = vec![APART; count * count];
        for one in 0..count {
            for other in one + 1..count {
                if let Some(close) = near(one, other) {
                    sums[one * count + other] = u64::from(close);
                    sums[other * count + one] = u64::from(close);
                }
            }
        }
        let (last, next) = ((0..count).collect(), vec![count; count]);
        Self { count, threshold: u64::from(threshold), sums, sizes: vec![1; count], last, next }
    }

    fn members(&self, group: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(group), |&at| Some(self.next[at]).filter(|&next| next < self.count))
    }

    /// Joins `other` to `one`. `alive` are the groups that are left.
    fn join(&mut self, one: usize, other: usize, alive: &[usize]) {
        self.next[self.last[one]] = other;
        self.last[one] = self.last[other];
        self.sizes[one] += self.sizes[other];
        for &group in alive {
            let (a, b) = (self.sums[one * self.count + group], self.sums[other * self.count + group]);
            let sum = if a == APART || b == APART { APART } else { a + b };
            self.sums[one * self.count + group] = sum;
            self.sums[group * self.count + one] = sum;
        }
    }

    /// The average between two groups where it reaches the threshold.
    fn average(&self, one: usize, other: usize) -> Option<Best> {
        let sum = self.sums[one * self.count + other];
        // Most pairs are told by that.
        if sum < self.threshold || sum == APART {
            return None;
        }
        let pairs = self.sizes[one] * self.sizes[other];
        (sum >= (self.threshold * pairs).max(1)).then_some(Best { sum, pairs, other })
    }

    /// The closest of the groups after `one`.
    fn best(&self, one: usize, alive: &[usize]) -> Option<Best> {
        let after = alive.partition_point(|&group| group <= one);
        let mut best: Option<Best> = None;
        for &other in &alive[after..] {
            if let Some(new) = self.average(one, other)
                && best.is_none_or(|old| new.closer_than(old))
            {
                best = Some(new);
            }
        }
        best
    }
}

/// The connected components of `0..count` under `edges`, each in ascending order, ordered by their first member.
pub fn components(count: usize, edges: impl IntoIterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut joined = Joined::new(count);
    for (one, other) in edges {
        joined.join(one, other);
    }
    let mut rooted: Vec<(usize, usize)> = (0..count).map(|at| (joined.root(at), at)).collect();
    rooted.sort_unstable();
    rooted.chunk_by(|a, b| a.0 == b.0).map(|chunk| chunk.iter().map(|&(_, at)| at).collect()).collect()
}

/// Which of `0..count` hang together so far: of each another one of its component, down to the first.
pub(super) struct Joined(Vec<usize>);

impl Joined {
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// Joins the components of two; `false` where they are one already.
    pub(super) fn join(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
        one != other
    }

    /// The first member known of the component that holds `at`; paths to it are halved on the way.
    fn root(&mut self, mut at: usize) -> usize {
        let parent = &mut self.0;
        while parent[at] != at {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Groups points on a line: closeness is 100 less ten times the distance.
    fn line(points: &[i64], threshold: u32) -> Vec<Vec<i64>> {
        let close = |a: usize, b: usize| u32::try_from(100 - 10 * (points[a] - points[b]).abs()).unwrap_or_default();
        let found = groups(points.len(), threshold, |a, b| Some(close(a, b)));
        found.into_iter().map(|group| group.into_iter().map(|at| points[at]).collect()).collect()
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
        let near = |a: usize, b: usize| ((a, b) != (0, 2)).then_some(90);
        assert_eq!(groups(3, 50, near), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn components_are_found_whatever_the_order_of_edges() {
        let expected = vec![vec![0, 2, 4], vec![1], vec![3, 5]];
        assert_eq!(components(6, [(0, 2), (2, 4), (5, 3)]), expected);
        assert_eq!(components(6, [(3, 5), (4, 2), (4, 0)]), expected);
    }
}
