//! The page as text: what it may hold, and what it must not.

use super::*;
use crate::render::testing;

fn page(report: &Report, change: Option<&Change>) -> String {
    let mut out = Vec::new();
    write(report, change, Style::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_page_asks_for_nothing_else() {
    let page = page(&testing::report(), None);
    assert!(page.contains("default-src &#x27;none&#x27;; style-src &#x27;sha256-"), "a policy that forbids the network");
    for asks in
        [" src=", "@import", "url(", "http:", "https:", "fetch(", "XMLHttpRequest", "style=\"", " onclick", "<link", "<img", "<iframe"]
    {
        assert!(!page.contains(asks), "`{asks}` on the page");
    }
}

#[test]
fn style_and_script_end_where_they_should() {
    for text in [STYLE, SCRIPT] {
        assert!(!text.contains("</") && !text.contains("<!--"));
    }
}

#[test]
fn only_addresses_of_the_web_become_links() {
    assert_eq!(link(" https://pell.example/a?b=c&d ").as_deref(), Some("https://pell.example/a?b=c&d"));
    for other in ["javascript:alert(1)", "data:text/html,x", "/a", "", "ftp://pell.example", "é"] {
        assert_eq!(link(other), None, "{other}");
    }
}

#[test]
fn lists_that_are_cut_say_so() {
    assert_eq!(cut(400, 6_000, 300), "");
    assert!(cut(400, 6_000, 5_000).starts_with("400 of 5,000 are drawn"));
    assert!(cut(400, 6_000, 9_000).starts_with("6,000 of 9,000 are on this page, 400 of them drawn"));
}
