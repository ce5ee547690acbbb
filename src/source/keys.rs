//! Names under which others keep what we read: worth a word, since a batch without dates compares little.
//!
//! In: the keys of a record or of a front matter, and what of ours was not among them. Out: which of their names stand there instead.
//! What never happens here: a value taken from such a key; what "source" holds, only people know.

/// Their names, and ours.
const MEANT: [(&str, &str); 12] = [
    ("date", "published"),
    ("datetime", "published"),
    ("date_published", "published"),
    ("publication_date", "published"),
    ("publish_date", "published"),
    ("published_at", "published"),
    ("pubdate", "published"),
    ("outlet", "publisher"),
    ("site", "publisher"),
    ("source", "publisher"),
    ("headline", "title"),
    ("link", "url"),
];

/// A set of such names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Strange(u16);

impl Strange {
    /// Those for which `missing` says that ours is not there, and `has` that theirs is.
    pub(super) fn of(missing: impl Fn(&str) -> bool, has: impl Fn(&str) -> bool) -> Self {
        let stands = |(_, (theirs, ours)): &(usize, &(&str, &str))| missing(ours) && has(theirs);
        Self(MEANT.iter().enumerate().filter(stands).map(|(at, _)| 1 << at).sum())
    }

    /// Both together.
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Their names with ours.
    pub(super) fn names(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        MEANT.into_iter().enumerate().filter(move |(at, _)| self.0 >> at & 1 == 1).map(|(_, names)| names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_theirs_counts_where_ours_is_missing() {
        let named = |ours: &[&str], all: &[&str]| {
            Strange::of(|key| !ours.contains(&key), |key| all.contains(&key)).names().map(|(theirs, _)| theirs).collect::<Vec<_>>()
        };
        assert_eq!(named(&[], &["date", "headline", "more"]), ["date", "headline"]);
        assert_eq!(named(&["published"], &["date", "headline"]), ["headline"]);
        assert!(named(&["title"], &["title", "headline"]).is_empty());
    }
}
