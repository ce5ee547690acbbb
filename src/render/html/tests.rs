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
    assert_eq!(cut(300, 6_000, 300), "");
    assert!(cut(300, 6_000, 5_000).starts_with("300 of 5,000 are drawn"));
    assert!(cut(300, 6_000, 9_000).starts_with("6,000 of 9,000 are on this page, 300 of them drawn"));
}

#[test]
fn words_of_an_article_make_no_markup() {
    let mut report = testing::report();
    let smuggled = "<img src=x onerror=alert(1)>\"'</script><script>alert(1)</script>";
    for article in &mut report.case.articles {
        article.title = Some(smuggled.into());
        article.publisher = Some(smuggled.into());
        article.url = Some(format!("javascript:{smuggled}").into());
    }
    for fact in &mut report.case.facts {
        fact.label = format!("{smuggled} ({smuggled})").into();
    }
    for finding in &mut report.findings {
        finding.message = smuggled.to_owned();
        finding.notes = vec![smuggled.to_owned()];
    }
    for claim in &mut report.case.claims {
        claim.attribution.iter_mut().for_each(|said| said.source = smuggled.into());
    }
    let page = page(&report, None);
    assert!(!page.contains("<img") && !page.contains("javascript:") && page.contains("&lt;img"), "article text is escaped");
    assert_eq!(page.matches("<script").count(), 1, "one script, which is ours");
}

#[test]
fn accepted_findings_are_marked_and_folded() {
    let mut report = testing::report();
    report.findings.iter_mut().for_each(|finding| finding.suppressed = true);
    let page = page(&report, None);
    assert!(page.contains("No open conflicts") && page.contains("<b class=\"tag\">accepted</b>") && !page.contains("<details open>"));
}

#[test]
fn what_changed_comes_first() {
    let report = testing::report();
    let change = crate::diff::compare(&crate::diff::Outline::default(), &crate::diff::Outline::of(&report));
    let page = page(&report, Some(&change));
    let (changed, facts) = (page.find("id=\"changed\"").unwrap(), page.find("id=\"differ\"").unwrap());
    assert!(changed < facts && page.contains("<b class=\"tag\">new</b>"));
}
