//! Holds the habits that let a stranger find their way: files that can be read in one sitting, rooms that explain themselves, names
//! that say something.

mod support;

use crosscheck::rules::RULES;
use support::File;

/// Past this a file is split by idea.
const LONGEST: usize = 450;

/// Modules of these names gather what nobody knew a place for.
const NO_ROOM: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc", "manager"];

#[test]
fn a_file_is_read_in_one_sitting() {
    for folder in ["src", "tests", "benches"] {
        for File { path, text } in support::files(folder, "rs") {
            let lines = text.lines().count();
            assert!(lines <= LONGEST, "{path}: {lines} lines, more than {LONGEST}: split it by idea");
        }
    }
}

#[test]
fn every_file_says_what_it_is() {
    for folder in ["src", "tests", "benches"] {
        for File { path, text } in support::files(folder, "rs") {
            assert!(text.starts_with("//! "), "{path}:1: a file opens with `//!` and says what comes in and what goes out");
        }
    }
}

#[test]
fn every_room_says_what_never_happens_in_it() {
    for File { path, text } in support::files("src", "rs") {
        let parts: Vec<&str> = path.split('/').collect();
        if let ["src", room, "mod.rs"] = parts[..] {
            let page = text.lines().take_while(|line| line.starts_with("//!")).collect::<Vec<_>>().join(" ").replace("//!", "");
            let page = page.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            assert!(page.contains("never"), "{path}:1: the page of `{room}` does not say what never happens there");
        }
    }
}

#[test]
fn modules_are_named_after_what_they_hold() {
    for path in support::paths("src") {
        for part in path.split('/') {
            let name = part.strip_suffix(".rs").unwrap_or(part);
            assert!(!NO_ROOM.contains(&name), "{path}: `{name}` says nothing of what it holds");
        }
    }
}

#[test]
fn every_rule_has_a_file_a_page_and_an_id_of_one_name() {
    let mut listed: Vec<String> = RULES.iter().map(|rule| format!("src/rules/{}.md", rule.id.replace('-', "_"))).collect();
    listed.sort();
    let pages: Vec<String> = support::files("src/rules", "md").into_iter().map(|file| file.path).collect();
    assert_eq!(listed, pages, "the registry and the pages in src/rules");
    for rule in RULES {
        assert!(rule.id.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase()), "`{}` is no kebab-case id", rule.id);
        let path = format!("src/rules/{}.rs", rule.id.replace('-', "_"));
        assert!(support::read(&path).starts_with(&format!("//! `{}`", rule.id)), "{path}:1: opens with its rule's id");
    }
    for File { path, text } in support::files("src/rules", "rs") {
        let has_page = pages.contains(&path.replace(".rs", ".md"));
        assert_eq!(text.contains("pub(super) fn find(case: &Case"), has_page, "{path}: a rule has a page, and a page a rule");
    }
}

#[test]
fn ids_are_unique_and_pages_show_two_sources() {
    let mut ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len(), "an id stands twice in the registry");
    for rule in RULES {
        assert!(rule.page.starts_with(&format!("# {}\n", rule.id)), "the page of `{}` opens with its id", rule.id);
        let example = rule.page.split("## Example").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or_default();
        assert!(example.trim().len() > 40, "the page of `{}` shows an example", rule.id);
        assert!(rule.page.contains("## Settle"), "the page of `{}` says how to settle it", rule.id);
    }
}

#[test]
fn every_table_of_the_lexicon_counts_for_its_version() {
    let door = support::read("src/lexicon/mod.rs");
    let listed = door.split("const TABLES").nth(1).and_then(|rest| rest.split("];").next()).unwrap_or_default();
    for path in support::paths("src/lexicon") {
        let name = path.rsplit('/').next().unwrap_or_default();
        assert!(
            name.contains(".rs") || listed.contains(&format!("include_str!(\"{name}\")")),
            "{path}: add it to TABLES in src/lexicon/mod.rs"
        );
    }
}
