//! Names in the settings that fit nothing of the batch: a slip, or an article of another day.
//!
//! In: the report and the settings of a run. Out: warnings, with the name that was probably meant. What never happens here: a name followed
//! that is not written in full.

use crosscheck::config::Settings;
use crosscheck::report::Report;
use crosscheck::story;

/// Most names that are told one by one.
const UNMET: usize = 3;
/// Articles up to which a name that fits none is held against the name of each.
const FEW: usize = 5000;

/// Says which names could not be followed: warnings, as the article may not be in this batch.
pub(crate) fn tell(report: &Report, settings: &Settings) {
    let docs: Vec<&str> = report.case.articles.iter().map(|article| &*article.doc).collect();
    articles(&docs, settings);
    let unmet = &report.case.unmet;
    for one in unmet.iter().take(UNMET) {
        let hint = claim(&one.name, &docs).map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
        crate::tell(&format!("warning: `{}` in [[facts]] {}{hint} ({})", one.name, one.because, one.at));
    }
    if unmet.len() > UNMET {
        crate::tell(&format!("warning: {UNMET} of {} names in [[facts]] that could not be followed are shown", unmet.len()));
    }
}

/// Says which names under [articles] fit no article: those that were probably mistyped one by one, the others on one line, since a desk
/// keeps what it said of the articles of other days.
fn articles(docs: &[&str], settings: &Settings) {
    let named = settings.articles.articles.iter().flat_map(|(name, given)| [Some(name), given.copy_of.as_ref()]).flatten();
    let mut strangers: Vec<&str> = named.map(|name| &**name).filter(|name| docs.binary_search(name).is_err()).collect();
    strangers.sort_unstable();
    strangers.dedup();
    let mut told = 0;
    let mut others = Vec::new();
    for name in strangers {
        match Some(()).filter(|()| told < UNMET).and_then(|()| article(name, docs)) {
            Some(doc) => {
                told += 1;
                crate::tell(&format!("warning: `{name}` under [articles] fits no article of this batch; did you mean `{doc}`?"));
            }
            None => others.push(name),
        }
    }
    match &others[..] {
        [] => {}
        [name] => crate::tell(&format!("warning: `{name}` under [articles] fits no article of this batch")),
        [first, ..] => {
            crate::tell(&format!("warning: {} names under [articles] fit no article of this batch, the first `{first}`", others.len()));
        }
    }
}

/// The article that `name` was probably meant to be: the one in a folder, the one that a report shows by the beginning of its name, or
/// one of nearly the same letters.
fn article<'a>(name: &str, docs: &[&'a str]) -> Option<&'a str> {
    let within = |doc: &str| doc.strip_suffix(name).is_some_and(|folder| folder.ends_with('/'));
    let begun = |doc: &str| doc.rsplit('/').next().is_some_and(|file| file.starts_with(name) && file.len() > name.len());
    for fits in [&within as &dyn Fn(&str) -> bool, &begun] {
        let mut found = docs.iter().filter(|doc| fits(doc));
        if let Some(doc) = found.next() {
            // Of several nobody knows which.
            return found.next().is_none().then_some(doc);
        }
    }
    // Names that differ in a number are those of two days or parts, and no slip.
    let letters = |name: &str| name.replace(|letter: char| letter.is_ascii_digit(), "");
    let near = if docs.len() <= FEW { story::nearest(name, docs.iter().copied()) } else { None };
    near.filter(|doc| letters(doc) != letters(name))
}

/// The claim that `name` was probably meant to be, where it names its article otherwise than in full: `pell:1`, as reports for people
/// show it.
fn claim(name: &str, docs: &[&str]) -> Option<String> {
    let at = name.strip_suffix(" title").map_or_else(|| name.find(':'), |doc| Some(doc.len()))?;
    let (doc, place) = name.split_at(at);
    if docs.binary_search(&doc).is_ok() {
        return None;
    }
    article(doc, docs).map(|doc| format!("{doc}{place}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_not_written_in_full_is_known_again() {
        let docs = ["day-2.txt", "wire/quake.txt", "x/pell-harbour-gazette.txt", "x/pell.md", "x/post-1.md", "x/post-2.md"];
        for (name, expected) in [
            ("quake.txt", Some("wire/quake.txt")),
            ("pell-harbour", Some("x/pell-harbour-gazette.txt")),
            ("wire/quaek.txt", Some("wire/quake.txt")),
            ("post", None),
            ("day-1.txt", None),
            ("of-last-week.txt", None),
        ] {
            assert_eq!(article(name, &docs), expected, "{name}");
        }
        assert_eq!(claim("quake:1:7", &docs).as_deref(), Some("wire/quake.txt:1:7"));
        assert_eq!(claim("pell-h title", &docs).as_deref(), Some("x/pell-harbour-gazette.txt title"));
        assert_eq!(claim("day-2.txt:4", &docs), None);
        assert_eq!(claim("c_7f3a", &docs), None);
    }
}
