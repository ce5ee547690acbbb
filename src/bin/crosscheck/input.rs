//! Paths to documents: files, folders, globs, standard input, lists of paths.
//!
//! In: what the user named. Out: the batch, sorted by name, with a note on each file that was skipped and on each that could not be
//! read, or one message about what is no input at all. What never happens here: a look at what a text says; a part of the input left
//! out without a word.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use crosscheck::report::Unread;
use crosscheck::source::{self, Batch, Note, Read, Why};
use globset::{GlobBuilder, GlobMatcher};
use ignore::WalkBuilder;
use rayon::prelude::*;

use crate::exit::reason;
use crate::near;

/// Endings of the files that a folder or a glob gives; a file that is named itself is read whatever it is called.
const ENDINGS: [&str; 6] = ["txt", "text", "md", "markdown", "jsonl", "ndjson"];

/// Endings of files that no reading makes articles of, whoever names them.
const TOLD: [&str; 6] = ["csv", "tsv", "html", "htm", "xhtml", "xml"];

/// Files in a folder that are about the folder: passed over without a word.
const ABOUT: [&str; 3] = ["readme.md", "readme.txt", "crosscheck.toml"];

/// Why the input cannot be read. Each message names the path and says what to do next.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// No path at all.
    #[error("expected files, folders or `-` for standard input, found no path")]
    Nothing,
    /// A path that is not there.
    #[error("expected a file or a folder, found nothing at `{path}`{}", hint.as_deref().unwrap_or("; check the path"))]
    Missing {
        /// As given.
        path: String,
        /// What it was probably meant to be.
        hint: Option<String>,
    },
    /// A file or folder that the system does not let us read.
    #[error("cannot read `{path}`: {cause}; check its permissions")]
    Unreadable {
        /// As given.
        path: String,
        /// What the system says.
        cause: String,
    },
    /// A pattern that is none.
    #[error("expected a pattern like `news/**/*.txt`, found `{pattern}`: {cause}")]
    Pattern {
        /// As given.
        pattern: String,
        /// What is wrong with it.
        cause: String,
    },
    /// Nothing to read in what was named.
    #[error("found no article in `{path}`; expected files ending in .txt, .md or .jsonl with text in them")]
    Empty {
        /// As given.
        path: String,
    },
    /// Nothing is left of what was named.
    #[error("found no article: {first}")]
    Skipped {
        /// The first that was skipped, and why.
        first: Note,
    },
    /// What a file holds is no input.
    #[error(transparent)]
    Source(#[from] crosscheck::error::Error),
}

/// A file to read, and the names that it may bear: the shorter unless another file bears it too.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    path: PathBuf,
    short: String,
    long: String,
    /// It was named itself, not found in a folder.
    named: bool,
}

/// What a path names.
#[derive(Debug, Default)]
struct Files {
    found: Vec<Found>,
    /// What the system does not let us look at.
    unread: Vec<Unread>,
}

impl Files {
    /// Whether there is nothing at all.
    fn is_empty(&self) -> bool {
        self.found.is_empty() && self.unread.is_empty()
    }
}

/// What was read, and what could not be.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    pub(crate) batch: Batch,
    /// Files that the system does not let us read, sorted by name: the run is incomplete.
    pub(crate) unread: Vec<Unread>,
}

/// Reads everything that `paths` and the list in `files_from` name: files, folders (walked, `.gitignore` respected), globs, `-` for
/// standard input.
///
/// # Errors
///
/// Where a path is missing, where a folder or all of the input holds no article, where a file is no valid input.
pub(crate) fn gather(paths: &[PathBuf], files_from: Option<&Path>) -> Result<Gathered, Refusal> {
    let listed = files_from.map(list).transpose()?.unwrap_or_default();
    let paths: Vec<&Path> = paths.iter().chain(&listed).map(PathBuf::as_path).collect();
    if paths.is_empty() {
        return Err(files_from.map_or(Refusal::Nothing, |list| Refusal::Empty { path: shown(list) }));
    }
    let mut found = BTreeMap::new();
    let (mut read, mut unread) = (Vec::new(), Vec::new());
    for path in &paths {
        if *path == Path::new("-") {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
            read.push(source::read("stdin", &bytes)?);
        } else {
            let files = files(path)?;
            unread.extend(files.unread);
            for file in files.found {
                let named = file.named;
                found.entry(file.path.clone()).or_insert(file).named |= named;
            }
        }
    }
    let files: Vec<(String, Found)> = named(found.into_values().collect());
    let results: Vec<Result<Read, Refusal>> = files.par_iter().map(|(name, file)| one(name, file)).collect();
    for result in results {
        match result {
            Err(Refusal::Unreadable { path, cause }) => unread.push(Unread { input: path, because: cause }),
            result => read.push(result?),
        }
    }
    // A file can be named twice, itself and by its folder.
    unread.sort_by(|a, b| a.input.cmp(&b.input));
    unread.dedup_by(|a, b| a.input == b.input);
    let batch = Batch::new(read)?;
    if batch.documents.is_empty() {
        let path = paths.iter().map(|path| shown(path)).collect::<Vec<_>>().join("`, `");
        return Err(match (unread.into_iter().next(), batch.notes.into_iter().next()) {
            (Some(Unread { input, because }), _) => Refusal::Unreadable { path: input, cause: because },
            (None, Some(first)) if files.iter().all(|(_, file)| file.named) => Refusal::Skipped { first },
            _ => Refusal::Empty { path },
        });
    }
    Ok(Gathered { batch, unread })
}

/// The paths in a list, one a line; `-` is standard input.
fn list(path: &Path) -> Result<Vec<PathBuf>, Refusal> {
    let text = if path == Path::new("-") { io::read_to_string(io::stdin().lock()) } else { std::fs::read_to_string(path) };
    let text = text.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Refusal::Missing { path: shown(path), hint: near::hint(path) },
        _ => unreadable(path, &error),
    })?;
    Ok(text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

/// The files that one path names.
fn files(path: &Path) -> Result<Files, Refusal> {
    match std::fs::metadata(path) {
        Ok(about) if about.is_dir() => {
            let found = walk(path, path, None);
            if found.is_empty() { Err(Refusal::Empty { path: shown(path) }) } else { Ok(found) }
        }
        Ok(_) => {
            let found = Found { path: path.to_owned(), short: short(path, path), long: shown(path), named: true };
            Ok(Files { found: vec![found], ..Files::default() })
        }
        Err(error) => {
            let pattern = shown(path);
            if pattern.contains(['*', '?', '[', '{']) {
                return glob(&pattern);
            }
            if error.kind() == io::ErrorKind::NotFound {
                return Err(Refusal::Missing { path: pattern, hint: near::hint(path) });
            }
            Ok(Files { unread: vec![Unread { input: pattern, because: reason(&error) }], ..Files::default() })
        }
    }
}

/// The files that a pattern names, for shells that leave patterns to the program.
fn glob(pattern: &str) -> Result<Files, Refusal> {
    let built = GlobBuilder::new(pattern).literal_separator(true).build();
    let matcher =
        built.map_err(|error| Refusal::Pattern { pattern: pattern.to_owned(), cause: error.kind().to_string() })?.compile_matcher();
    let plain: PathBuf =
        Path::new(pattern).components().take_while(|part| !shown(Path::new(part)).contains(['*', '?', '[', '{'])).collect();
    let root = if plain.as_os_str().is_empty() { Path::new(".") } else { &plain };
    if !root.is_dir() {
        return Err(Refusal::Missing { path: pattern.to_owned(), hint: near::hint(root) });
    }
    let found = walk(root, &plain, Some(&matcher));
    if found.is_empty() { Err(Refusal::Missing { path: pattern.to_owned(), hint: None }) } else { Ok(found) }
}

/// The files below `root`, hidden and ignored ones aside, that `matcher` takes; named from `given` on.
fn walk(root: &Path, given: &Path, matcher: Option<&GlobMatcher>) -> Files {
    let mut files = Files::default();
    // What git ignores for one user must not change what another reads.
    for entry in WalkBuilder::new(root).follow_links(true).require_git(false).git_global(false).build() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                files.unread.push(unwalked(&error, root));
                continue;
            }
        };
        let path = given.join(entry.path().strip_prefix(root).unwrap_or(entry.path()));
        let about = path.file_name().and_then(OsStr::to_str).is_some_and(|name| ABOUT.contains(&name.to_ascii_lowercase().as_str()));
        if entry.file_type().is_some_and(|kind| kind.is_file()) && !about && matcher.is_none_or(|matcher| matcher.is_match(&path)) {
            files.found.push(Found { short: short(&path, given), long: shown(&path), path, named: false });
        }
    }
    files
}

/// What a walk could not look at, and why.
fn unwalked(error: &ignore::Error, root: &Path) -> Unread {
    match error {
        ignore::Error::WithDepth { err, .. } => unwalked(err, root),
        ignore::Error::WithPath { path, err } => unwalked(err, path),
        ignore::Error::Loop { child, .. } => {
            Unread { input: shown(child), because: "a link that leads back to a folder above it".to_owned() }
        }
        other => Unread { input: shown(root), because: other.io_error().map_or_else(|| other.to_string(), reason) },
    }
}

/// The short name of a file: its path as given where that lies below the working folder, else its path within the folder `given`.
fn short(path: &Path, given: &Path) -> String {
    let outside = given.components().any(|part| matches!(part, Component::ParentDir | Component::RootDir | Component::Prefix(_)));
    let here = std::env::current_dir().ok();
    if let Some(inside) = here.as_deref().and_then(|here| path.strip_prefix(here).ok()) {
        return shown(inside);
    }
    if !outside {
        return shown(path);
    }
    match path.strip_prefix(given) {
        Ok(inside) if inside != Path::new("") => shown(inside),
        _ => path.file_name().map_or_else(|| shown(path), |name| shown(Path::new(name))),
    }
}

/// A path with `/`, without a leading `./`, for names and messages.
fn shown(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| if part == Component::RootDir { "".into() } else { part.as_os_str().to_string_lossy() })
        .collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

/// Each file with its name: the short one, unless two files would share it.
fn named(files: Vec<Found>) -> Vec<(String, Found)> {
    let mut bearers: BTreeMap<String, usize> = BTreeMap::new();
    for file in &files {
        *bearers.entry(file.short.clone()).or_default() += 1;
    }
    let name = |file: &Found| if bearers.get(&file.short) == Some(&1) { file.short.clone() } else { file.long.clone() };
    files.into_iter().map(|file| (name(&file), file)).collect()
}

/// Reads one file; what a folder holds beside articles is skipped with a note.
fn one(name: &str, file: &Found) -> Result<Read, Refusal> {
    let fails = |error: io::Error| unreadable(&file.path, &error);
    let ending = file.path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    if !file.named && !ending.as_ref().is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
        let mut sample = Vec::new();
        std::fs::File::open(&file.path).and_then(|opened| opened.take(8192).read_to_end(&mut sample)).map_err(fails)?;
        if ending.is_some_and(|ending| TOLD.contains(&ending.as_str())) {
            return Ok(source::read(name, &sample)?);
        }
        let why = if source::is_text(&sample) { Why::Ending } else { Why::Binary };
        return Ok(Read { name: name.into(), documents: Vec::new(), notes: vec![Note { name: name.into(), why }] });
    }
    let bytes = std::fs::read(&file.path).map_err(fails)?;
    Ok(source::read(name, &bytes)?)
}

fn unreadable(path: &Path, error: &io::Error) -> Refusal {
    Refusal::Unreadable { path: shown(path), cause: reason(error) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
        let root = std::env::temp_dir().join(format!("crosscheck-input-{}-{name}", std::process::id()));
        for (file, bytes) in files {
            let path = root.join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        root
    }

    fn names(paths: &[PathBuf]) -> Vec<String> {
        gather(paths, None).unwrap().batch.documents.iter().map(|document| document.name.to_string()).collect()
    }

    #[test]
    fn a_folder_gives_its_articles_by_name_and_notes_the_rest() {
        let files: [(&str, &[u8]); 7] = [
            ("b/two.md", b"Two died."),
            ("a.txt", b"One died."),
            ("README.md", b"About."),
            ("photo.png", b"\x89PNG\0\0"),
            ("page.html", b"<p>"),
            (".gitignore", b"drafts/\n"),
            ("drafts/x.txt", b"Three died."),
        ];
        let root = folder("walk", &files);
        assert_eq!(names(std::slice::from_ref(&root)), ["a.txt", "b/two.md"]);
        let notes: Vec<_> =
            gather(std::slice::from_ref(&root), None).unwrap().batch.notes.iter().map(|note| (note.name.to_string(), note.why)).collect();
        assert_eq!(notes, [("page.html".to_owned(), Why::Page), ("photo.png".to_owned(), Why::Binary)]);
        assert_eq!(names(&[root.join("a.txt"), root.clone()]), ["a.txt", "b/two.md"], "a file named twice is read once");
        assert_eq!(names(&[root.join("**/*.md")]), ["b/two.md"]);
        let list = root.join("list");
        std::fs::write(&list, format!("{}\r\n\n", root.join("a.txt").display())).unwrap();
        assert_eq!(gather(&[], Some(&list)).unwrap().batch.documents.len(), 1);
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn two_files_of_one_short_name_bear_their_long_ones() {
        let root = folder("names", &[("x/a.txt", b"One died."), ("y/a.txt", b"Two died.")]);
        let found = names(&[root.join("x"), root.join("y")]);
        assert!(found[0].ends_with("/x/a.txt") && found[1].ends_with("/y/a.txt"), "{found:?}");
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let root = folder("bad", &[("empty/.gitkeep", b""), ("blank/a.txt", b" \n")]);
        let message = |path: PathBuf| gather(&[path], None).unwrap_err().to_string();
        assert!(message(root.join("none.txt")).contains("found nothing at `"));
        assert!(message(root.join("*.txt")).contains("found nothing at `"));
        assert!(message(root.join("empty")).starts_with("found no article in `"));
        assert!(message(root.join("blank")).starts_with("found no article in `"));
        assert!(message(root.join("[.txt")).starts_with("expected a pattern like"));
        assert!(matches!(gather(&[], None), Err(Refusal::Nothing)));
        std::fs::remove_dir_all(root).unwrap();
    }
}
