//! Holds the order of the rooms and the one door of each package: a room names only rooms before it, and a package is named only by
//! the rooms that own it. A failure says file, line and what stands there.

mod support;

use support::File;

/// The rooms in order: a room may name itself and those before it. `error` is no room but the word on what was handed in that every room
/// may say. `bin` sees only the public API, which the compiler holds.
const ROOMS: &[&str] = &[
    "error", "text", "value", "calendar", "lexicon", "grammar", "source", "layout", "mention", "article", "claim", "origin", "story",
    "fact", "verdict", "rules", "report", "baseline", "diff", "render", "config", "pipeline", "bin",
];

/// Who may name a package or a part of the standard library. What is not listed here may be named anywhere.
const DOORS: &[(&str, &[&str])] = &[
    ("nom", &["grammar"]),
    ("chrono", &["calendar"]),
    ("strsim", &["story", "fact"]),
    ("clap", &["bin"]),
    ("rusqlite", &["bin"]),
    ("anstream", &["render", "bin"]),
    ("ignore", &["bin"]),
    ("encoding_rs", &["source"]),
    ("chardetng", &["source"]),
    ("toml", &["lexicon", "config"]),
    ("csv", &["render"]),
    ("quick_xml", &["render"]),
    ("indicatif", &["bin"]),
    ("serde", &["source", "config", "lexicon", "report", "baseline", "render"]),
    ("schemars", &["report", "baseline"]),
    ("similar", &["diff", "render", "bin"]),
    ("minijinja", &["render"]),
    ("std::fs", &["bin"]),
    ("std::env", &["bin"]),
    ("std::net", &["bin"]),
    ("std::process", &["bin"]),
    ("std::time", &["bin"]),
];

#[test]
fn every_room_stands_in_the_order() {
    for File { path, .. } in support::files("src", "rs") {
        assert!(path == "src/lib.rs" || room_of(&path).is_some(), "{path}: no room of this name in tests/layers.rs");
    }
}

#[test]
fn no_room_names_a_later_one() {
    let mut breaches = Vec::new();
    for file in support::files("src", "rs") {
        let Some(room) = room_of(&file.path) else { continue };
        let depth = depth_of(&file.path);
        for path in code_paths(&file.text) {
            let named = match path.segments.first().map(String::as_str) {
                Some("crate") => path.segments.get(1),
                // From the outermost module of a room, or from a nested one, `super` can climb out of the room.
                Some("super") => {
                    let climbs = path.segments.iter().take_while(|segment| *segment == "super").count();
                    if climbs >= depth + path.nesting { path.segments.get(climbs) } else { None }
                }
                _ => None,
            };
            if let Some(other) = named.and_then(|name| ROOMS.iter().position(|room| room == name))
                && other > room
            {
                breaches.push(format!("{}:{}: `{}` names `{}`, a later room", file.path, path.line, ROOMS[room], ROOMS[other]));
            }
        }
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn packages_have_one_door() {
    let mut breaches = Vec::new();
    for file in support::files("src", "rs") {
        let room = room_of(&file.path).map_or("lib", |room| ROOMS[room]);
        for path in code_paths(&file.text) {
            let named = path.segments.join("::");
            for (package, doors) in DOORS {
                let of_package = named.strip_prefix(package).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
                // Each room owns its settings, and `config` reads them.
                let settings = *package == "serde" && file.path.ends_with("/settings.rs");
                if of_package && !doors.contains(&room) && !settings {
                    breaches.push(format!("{}:{}: `{named}` belongs to {}", file.path, path.line, doors.join(", ")));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn doors_are_of_packages_that_we_use() {
    let manifest = support::read("Cargo.toml");
    for (package, doors) in DOORS {
        // Code writes `_` where a package's name may have `-`.
        let used = [*package, &package.replace('_', "-")].iter().any(|name| manifest.contains(&format!("\n{name} = ")));
        assert!(package.starts_with("std::") || used, "`{package}` is no dependency");
        assert!(doors.iter().all(|door| ROOMS.contains(door)), "`{package}` names a room that does not exist");
    }
}

/// The position in [`ROOMS`] of the room that a source file belongs to.
fn room_of(path: &str) -> Option<usize> {
    let inside = path.strip_prefix("src/")?;
    let name = inside.split('/').next()?;
    let name = name.strip_suffix(".rs").unwrap_or(name);
    ROOMS.iter().position(|room| *room == name)
}

/// How many modules deep a source file lies: 1 for `src/pipeline.rs` and `src/text/mod.rs`, 2 for `src/text/span.rs`.
fn depth_of(path: &str) -> usize {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split('/').filter(|part| *part != "mod.rs").count()
}

/// A path in code: `crate::text::Span`, or the start of one for each member of a group such as `crate::{text, value::Decimal}`.
struct CodePath {
    line: usize,
    segments: Vec<String>,
    /// How many inline modules (`mod tests {`) it stands in, counted as one or none.
    nesting: usize,
}

/// All paths of two or more segments in a source text, and the root segments of groups. Comments and literals are passed over.
fn code_paths(source: &str) -> Vec<CodePath> {
    let code = blanked(source);
    let inline = code.find("mod tests {").unwrap_or(code.len());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = code[at..].find(is_word) {
        let start = at + offset;
        let end = word_end(&code, start);
        at = end;
        let follows = code[..start].trim_end().ends_with("::") || code[..start].ends_with('.');
        if follows || !code[end..].starts_with("::") {
            continue;
        }
        let mut paths = Vec::new();
        at = tree(&code, start, &mut Vec::new(), &mut paths);
        let line = code[..start].matches('\n').count() + 1;
        let nesting = usize::from(start > inline);
        found.extend(paths.into_iter().map(|segments| CodePath { line, segments, nesting }));
    }
    found
}

/// Reads the path or tree of paths that begins at `at`, below `prefix`; returns where it ends.
fn tree(code: &str, at: usize, prefix: &mut Vec<String>, paths: &mut Vec<Vec<String>>) -> usize {
    let at = at + (code[at..].len() - code[at..].trim_start().len());
    if code[at..].starts_with('{') {
        let mut at = at + 1;
        loop {
            at = tree(code, at, prefix, paths);
            at += code[at..].len() - code[at..].trim_start_matches(|c: char| c == ',' || c.is_whitespace()).len();
            if code[at..].starts_with('}') || at >= code.len() {
                return (at + 1).min(code.len());
            }
        }
    }
    let end = word_end(code, at);
    if end == at {
        // `*`, a generic argument or the end of a path: what was read so far is the path.
        paths.push(prefix.clone());
        return (at + code[at..].chars().next().map_or(0, char::len_utf8)).min(code.len());
    }
    prefix.push(code[at..end].to_owned());
    let end = if code[end..].starts_with("::") {
        tree(code, end + 2, prefix, paths)
    } else {
        paths.push(prefix.clone());
        let rest = code[end..].trim_start();
        // `as other` renames the last segment.
        rest.strip_prefix("as ").map_or(end, |name| code.len() - name.len() + word_end(name.trim_start(), 0))
    };
    prefix.pop();
    end
}

fn is_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

fn word_end(code: &str, start: usize) -> usize {
    code[start..].find(|c| !is_word(c)).map_or(code.len(), |length| start + length)
}

/// `source` with comments, strings and characters as blanks; lines stay where they are.
fn blanked(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let length = literal(rest, code.chars().next_back()).unwrap_or(0);
        if length == 0 {
            code.push(next);
            rest = &rest[next.len_utf8()..];
        } else {
            code.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = &rest[length..];
        }
    }
    code
}

/// The length of the comment, string or character that `rest` begins with.
fn literal(rest: &str, before: Option<char>) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(rest.find("*/").map_or(rest.len(), |at| at + 2));
    }
    if let Some(raw) = rest.strip_prefix('r')
        && !before.is_some_and(is_word)
    {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let body = 1 + hashes + 1;
            return Some(rest[body..].find(&close).map_or(rest.len(), |at| body + at + close.len()));
        }
    }
    if let Some(string) = rest.strip_prefix('"') {
        let mut escaped = false;
        let end = string.find(|c| {
            let closes = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        });
        return Some(end.map_or(rest.len(), |at| at + 2));
    }
    let mut characters = rest.strip_prefix('\'')?.char_indices();
    let (_, first) = characters.next()?;
    if first == '\\' {
        let (_, _) = characters.next()?;
        return characters.find(|(_, c)| *c == '\'').map(|(at, _)| at + 2);
    }
    characters.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at + 2)
}

#[cfg(test)]
mod scanner {
    use super::*;

    fn shown(source: &str) -> Vec<String> {
        code_paths(source).into_iter().map(|path| format!("{} {}", path.line, path.segments.join("::"))).collect()
    }

    #[test]
    fn paths_in_uses_and_in_code_are_found_with_their_line() {
        let source = "use crate::text::Span;\nfn f() -> crate::claim::Id {\n    super::super::fact::read(std::fs::File)\n}";
        assert_eq!(shown(source), ["1 crate::text::Span", "2 crate::claim::Id", "3 super::super::fact::read", "3 std::fs::File"]);
    }

    #[test]
    fn members_of_a_group_are_paths_of_their_own() {
        let source = "use crate::{\n    claim::{Claim, Id},\n    text as words,\n    value::*,\n};\nuse nom::Parser as _;";
        assert_eq!(shown(source), ["1 crate::claim::Claim", "1 crate::claim::Id", "1 crate::text", "1 crate::value", "6 nom::Parser"]);
    }

    #[test]
    fn comments_and_literals_are_passed_over() {
        let source = "// crate::fact\n/// [`crate::fact`]\nlet a = \"crate::fact \\\" crate::fact\"; let b = '\"'; let c = r#\"crate::\"fact\"#; /* nom::a */ let d: &'a str = nom::b;";
        assert_eq!(shown(source), ["3 nom::b"]);
    }
}
