//! Holds the habits that let a stranger find their way: files that can be read in one sitting, rooms that explain themselves, names
//! that say something.

mod support;

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
