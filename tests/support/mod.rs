//! What the test programs share: where things lie, source files as text, snapshots in one folder, and generated batches.
//!
//! What never happens here: an expectation. Each test program says its own.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "test code, of which each test program uses a part"
)]

pub mod batch;
pub mod browser;
pub mod pairs;
pub mod program;
pub mod samples;
pub mod shell;

use std::fs;
use std::path::Path;

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the project: its path from the root with `/`, and its text.
pub struct File {
    pub path: String,
    pub text: String,
}

/// The files under `folder` whose name ends in `.extension`, sorted by path.
pub fn files(folder: &str, extension: &str) -> Vec<File> {
    paths(folder)
        .into_iter()
        .filter(|path| Path::new(path).extension().is_some_and(|found| found == extension))
        .map(|path| File { text: read(&path), path })
        .collect()
}

/// The paths of all files under `folder`, from the root with `/`, sorted.
pub fn paths(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(from_root(&path));
            }
        }
    }
    found.sort();
    found
}

/// The text of a file, given its path from the root.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn from_root(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().components().map(|part| part.as_os_str().to_str().unwrap()).collect::<Vec<_>>().join("/")
}

/// Holds `text` against `snapshots/NAME.snap`. Names are of `a-z`, `0-9`, `_`, `.` and `-`, so that every file system takes them.
pub fn snapshot(name: &str, text: &str) {
    assert!(name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.' | b'-')), "snapshot name `{name}`");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Says that a test does not apply on this machine.
#[allow(clippy::print_stderr, reason = "a test that proves nothing says so")]
pub fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}
