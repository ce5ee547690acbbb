//! Groups by average closeness: a chain of neighbours joins nobody.
//!
//! In: a number of things and how close each two are. Out: groups. What never happens here: a look at what the things are. Ties break
//! by position, so things must come in an order that the batch does not decide.

/// How close two things are, as far as it has been looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// This close.
    Exactly(u32),
    /// At most this close: cheaply told, and enough where it joins nobody.
    AtMost(u32),
    /// They can't be in one group, whatever speaks for it.
    Apart,
}

impl From<Option<u32>> for Near {
    /// `None` is apart.
    fn from(closeness: Option<u32>) -> Self {
        closeness.map_or(Self::Apart, Self::Exactly)
    }
}

/// Groups things `0..count` greedily: the two groups closest on average are joined as long as that average reaches `threshold`.
///
/// `near` is asked once for each two, the first of them ascending, and `exact` where it leaves open whether two are joined. Takes memory
/// for all pairs: callers cap `count`. Groups and their members come in ascending order.
pub fn groups(
    count: usize,
    threshold: u32,
    near: impl FnMut(usize, usize) -> Near,
    exact: impl Fn(usize, usize) -> u32,
) -> Vec<Vec<usize>> {
    if count < 2 {
        return (0..count).map(|one| vec![one]).collect();
    }
    let mut table = Table::new(count, threshold, near, exact);
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

/// The sum of closeness between two groups.
#[derive(Clone, Copy)]
struct Sum {
    /// [`APART`] for groups that must stay apart.
    sum: u64,
    /// Whether it is only known to be no more than that.
    open: bool,
}

const APART: u64 = u64::MAX;

/// Sums of closeness between groups. A group is known by its first member.
struct Table<E> {
    count: usize,
    threshold: u64,
    sums: Vec<Sum>,
    exact: E,
    /// Of each group the number of its members and the last of them; of each member the next one.
    sizes: Vec<u64>,
    last: Vec<usize>,
    next: Vec<usize>,
}

impl<E: Fn(usize, usize) -> u32> Table<E> {
    fn new(count: usize, threshold: u32, mut near: impl FnMut(usize, usize) -> Near, exact: E) -> Self {
        let mut sums = vec![Sum { sum: APART, open: false }; count * count];
        for one in 0..count {
            for other in one + 1..count {
                let sum = match near(one, other) {
                    Near::Exactly(close) => Sum { sum: u64::from(close), open: false },
                    Near::AtMost(close) => Sum { sum: u64::from(close), open: true },
                    Near::Apart => continue,
                };
                sums[one * count + other] = sum;
                sums[other * count + one] = sum;
            }
        }
        let (last, next) = ((0..count).collect(), vec![count; count]);
        Self { count, threshold: u64::from(threshold), sums, exact, sizes: vec![1; count], last, next }
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
            let sum = if a.sum == APART || b.sum == APART { APART } else { a.sum + b.sum };
            self.set(one, group, Sum { sum, open: a.open || b.open });
        }
    }

    fn set(&mut self, one: usize, other: usize, sum: Sum) {
        self.sums[one * self.count + other] = sum;
        self.sums[other * self.count + one] = sum;
    }

    /// The average between two groups where it reaches the threshold.
    fn average(&mut self, one: usize, other: usize) -> Option<Best> {
        let Sum { mut sum, open } = self.sums[one * self.count + other];
        // Most pairs are told by that.
        if sum < self.threshold || sum == APART {
            return None;
        }
        let pairs = self.sizes[one] * self.sizes[other];
        let least = (self.threshold * pairs).max(1);
        if open && sum >= least {
            sum = self.members(one).map(|a| self.members(other).map(|b| u64::from((self.exact)(a, b))).sum::<u64>()).sum();
            self.set(one, other, Sum { sum, open: false });
        }
        (sum >= least).then_some(Best { sum, pairs, other })
    }

    /// The closest of the groups after `one`.
    fn best(&mut self, one: usize, alive: &[usize]) -> Option<Best> {
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
        let close = |a: usize, b: usize| u32::try_from(100 - 10 * (points[a] - points[b]).abs()).unwrap_or_default();
        let of = |found: Vec<Vec<usize>>| -> Vec<Vec<i64>> {
            found.into_iter().map(|group| group.into_iter().map(|at| points[at]).collect()).collect()
        };
        let exactly = of(groups(points.len(), threshold, |a, b| Near::Exactly(close(a, b)), |_, _| 0));
        // What is only known to be no more than a little more is asked for where it matters.
        let at_most = of(groups(points.len(), threshold, |a, b| Near::AtMost(close(a, b) + 15), close));
        assert_eq!(exactly, at_most);
        exactly
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
        let near = |a: usize, b: usize| if (a, b) == (0, 2) { Near::Apart } else { Near::Exactly(90) };
        assert_eq!(groups(3, 50, near, |_, _| 0), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn components_are_found_whatever_the_order_of_edges() {
        let expected = vec![vec![0, 2, 4], vec![1], vec![3, 5]];
        assert_eq!(components(6, [(0, 2), (2, 4), (5, 3)]), expected);
        assert_eq!(components(6, [(3, 5), (4, 2), (4, 0)]), expected);
    }
}
