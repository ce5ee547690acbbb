//! Who published an article, and whom its byline credits.
//!
//! In: the page. Out: names of outlets and agencies. What never happens here: two names taken for two outlets because they are written
//! differently; they must have no longer word in common.

use super::Page;
use crate::layout::{Furniture, Zone};
use crate::text::{Name, Span};

/// Words of outlets' names that many of them share.
const COMMON: [&str; 16] = [
    "news", "digital", "online", "the", "times", "post", "daily", "media", "press", "tribune", "herald", "journal", "radio", "network",
    "today", "group",
];

/// The publisher by the page: the address's host, else the name after the headline in the path to the page.
pub(super) fn publisher(page: &Page<'_>, headline: Option<Span>) -> Option<Name> {
    page.document.url.as_deref().and_then(host).or_else(|| headline.and_then(|headline| site(page, headline)))
}

/// The host of an address, without "www.".
fn host(url: &str) -> Option<Name> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains(' ')).then(|| host.to_ascii_lowercase().into())
}

/// The site's name behind the headline: "Home > Mill burns in Alder - Alder Post".
fn site(page: &Page<'_>, headline: Span) -> Option<Name> {
    let title = super::title(headline.of(page.text));
    let above = page.blocks.iter().take_while(|block| block.span.start < headline.start);
    let name = above.filter(|block| block.zone == Zone::Furniture(Furniture::Navigation)).find_map(|block| {
        let (_, rest) = block.span.of(page.text).split_once(title)?;
        let name = rest.trim().strip_prefix(['-', '|', '\u{2013}', '\u{2014}', '\u{b7}'])?.trim();
        name.starts_with(char::is_uppercase).then_some(name)
    })?;
    (name.split_ascii_whitespace().count() <= 6).then(|| name.into())
}

/// The byline that credits another outlet than the page's; an agency's report stands on many pages.
pub(super) fn other(page: &Page<'_>, publisher: Option<&str>) -> Option<Span> {
    let publisher = publisher?;
    page.zone(Zone::Furniture(Furniture::Byline)).find_map(|block| {
        let outlet = credited(block.span.of(page.text))?;
        let agency = page.language.wires.credited(&format!("By {outlet}")).is_some();
        let one = page.sources.named(outlet).is_some_and(|named| page.sources.named(publisher) == Some(named));
        (!agency && !one && !alike(outlet, publisher)).then_some(block.span)
    })
}

/// The outlet that a byline names: "Ann Ode is a reporter for the Alder Post.", "By Ann Ode, Alder Post".
fn credited(byline: &str) -> Option<&str> {
    let rest = if byline.starts_with("By ") || byline.starts_with("BY ") {
        let at = byline.find([',', '|'])?;
        byline.get(at + 1..)?
    } else {
        // "Ann Ode is a reporter for …", "Ann Ode covers the courts for …": one sentence, the name first.
        let at = byline.find(" for ").filter(|&at| byline.get(..at).is_some_and(|before| !before.contains(". ")))?;
        byline.get(at + 5..)?
    };
    let outlet = rest.split(['.', ',', ';', '|', '(']).next()?.trim();
    let outlet = outlet.strip_prefix("the ").unwrap_or(outlet);
    (outlet.starts_with(char::is_uppercase) && outlet.split_ascii_whitespace().count() <= 6).then_some(outlet)
}

/// Whether two names may be of one outlet: the letters of one within those of the other, or a telling word in both.
fn alike(one: &str, two: &str) -> bool {
    let letters = |name: &str| name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let (first, second) = (letters(one), letters(two));
    let shares = |name: &str, letters: &str| {
        let words = name.split(|letter: char| !letter.is_alphanumeric()).map(str::to_ascii_lowercase);
        words.filter(|word| word.len() >= 3 && !COMMON.contains(&word.as_str())).any(|word| letters.contains(&word))
    };
    first.contains(&second) || second.contains(&first) || shares(one, &second) || shares(two, &first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlets_are_one_or_two() {
        for (one, two) in [
            ("CBS News Digital", "cbsnews.com"),
            ("Alder Post", "The Alder Post"),
            ("WXYZ", "wxyz.com"),
            ("Alder Daily News", "Alder Gazette"),
        ] {
            assert!(alike(one, two), "{one} and {two}");
        }
        for (one, two) in [("CBS News Digital", "Elm Insights"), ("Alder Post", "Elm Post"), ("Daily News", "elm.example")] {
            assert!(!alike(one, two), "{one} and {two}");
        }
    }

    #[test]
    fn bylines_name_outlets_or_do_not() {
        assert_eq!(credited("Ann Ode is a politics reporter for the Alder Post. Reach her at a@alder.example."), Some("Alder Post"));
        assert_eq!(credited("By Ann Ode, Alder Post"), Some("Alder Post"));
        assert_eq!(credited("Ann Ode covers the courts for the Alder Post. Write to her at a@alder.example."), Some("Alder Post"));
        assert_eq!(credited("By Ann Ode"), None);
        assert_eq!(credited("Ann Ode contributed to this report."), None);
    }

    #[test]
    fn hosts_stand_for_publishers() {
        assert_eq!(host("http://www.Alder.example/2014/02/11/").as_deref(), Some("alder.example"));
        assert_eq!(host("not an address"), None);
    }
}
