//! The known name that a written one was probably meant to be.
//!
//! In: a name as written, the names there are. Out: the nearest, where one is near. What never happens here: a correction; a person is
//! asked whether it was meant.

/// The nearest of `known` to `written`, where few letters differ; of two as near, the first.
///
/// ```
/// use crosscheck::story::nearest;
/// assert_eq!(nearest("publishd", ["published", "publisher"]), Some("published"));
/// assert_eq!(nearest("colour", ["published", "publisher"]), None);
/// ```
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_ascii_lowercase();
    let near = |name: &&str| (strsim::damerau_levenshtein(&written, name), usize::from(!name.starts_with(&written)));
    let name = known.into_iter().min_by_key(near)?;
    let letters = written.chars().count().max(name.chars().count());
    (near(&name).0 * 5 <= letters * 2 || (written.len() >= 4 && name.contains(&written))).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_hand_are_near_and_other_words_are_not() {
        let known = ["conflicting-figures", "conflicting-dates", "figure-range"];
        for (written, expected) in [
            ("conflicting-figure", Some("conflicting-figures")),
            ("Conflicting-Dates", Some("conflicting-dates")),
            ("range", Some("figure-range")),
            ("", None),
            ("headline", None),
        ] {
            assert_eq!(nearest(written, known), expected, "{written}");
        }
    }
}
