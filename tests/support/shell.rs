//! A folder in which commands are typed as a user types them: what they print, and how they end, as one text.
//!
//! In: command lines for `sh`, with `crosscheck` on the path. Out: a transcript. What never happens here: anything that the machine at
//! hand sets (its clock, its user, its CI) reaching a command.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::program::Scratch;

/// A working folder and the day on which its commands run.
pub struct Desk {
    scratch: Scratch,
    today: String,
    ci: bool,
}

impl Desk {
    /// An empty folder; `name` is unique among the tests. `None` where the machine has no `sh`.
    pub fn open(name: &str) -> Option<Self> {
        let found = Command::new("sh").args(["-c", "exit 0"]).stdin(Stdio::null()).status();
        if found.is_err() {
            super::skipped("there is no `sh` to type commands into");
            return None;
        }
        Some(Self { scratch: Scratch::new(name), today: "2025-09-14".to_owned(), ci: false })
    }

    /// From now on it is `day`, such as 2025-09-16.
    pub fn on(&mut self, day: &str) -> &mut Self {
        day.clone_into(&mut self.today);
        self
    }

    /// From now on commands run as in a CI system, or no longer do.
    pub fn in_ci(&mut self, ci: bool) -> &mut Self {
        self.ci = ci;
        self
    }

    /// The path of `name` in the folder.
    pub fn at(&self, name: &str) -> PathBuf {
        PathBuf::from(self.scratch.at(name))
    }

    /// Writes a file, and the folders above it.
    pub fn file(&self, name: &str, text: &str) {
        let path = self.at(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// Copies a file or folder of the project, given its path from the root, to `name`.
    pub fn copy(&self, from: &str, name: &str) {
        let from = super::root().join(from);
        if from.is_dir() {
            for path in super::paths(from.strip_prefix(super::root()).unwrap().to_str().unwrap()) {
                let inside = path.strip_prefix(from.strip_prefix(super::root()).unwrap().to_str().unwrap()).unwrap();
                self.copy(&path, &format!("{name}{inside}"));
            }
            return;
        }
        let to = self.at(name);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(from, to).unwrap();
    }

    /// What a command line prints, standard error first as it has no report in it, and its exit code where that is not 0.
    pub fn type_in(&self, line: &str) -> String {
        let bin = PathBuf::from(env!("CARGO_BIN_EXE_crosscheck"));
        let path = std::env::join_paths(
            std::iter::once(bin.parent().unwrap().to_owned())
                .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>()),
        )
        .unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", line]).current_dir(self.scratch.path()).stdin(Stdio::null());
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if name.starts_with("CROSSCHECK_") || name.starts_with("GIT_") {
                command.env_remove(name);
            }
        }
        for name in ["CI", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        let day = format!("{}T08:00:00Z", self.today);
        command
            .envs([("PATH", path.as_os_str()), ("HOME", self.scratch.path().as_ref()), ("NO_COLOR", "1".as_ref())])
            .envs([("LC_ALL", "C"), ("USER", "desk"), ("CROSSCHECK_TODAY", &self.today), ("GIT_CONFIG_NOSYSTEM", "1")])
            .envs([("GIT_AUTHOR_NAME", "desk"), ("GIT_AUTHOR_EMAIL", "desk@example.org"), ("GIT_AUTHOR_DATE", &day)])
            .envs([("GIT_COMMITTER_NAME", "desk"), ("GIT_COMMITTER_EMAIL", "desk@example.org"), ("GIT_COMMITTER_DATE", &day)])
            .envs(self.ci.then_some(("CI", "true")));
        let output = command.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_owned()).unwrap();
        let mut printed = text(&output.stderr) + &text(&output.stdout);
        if !printed.is_empty() && !printed.ends_with('\n') {
            printed.push('\n');
        }
        match output.status.code() {
            Some(0) => {}
            Some(code) => writeln!(printed, "[exit {code}]").unwrap(),
            None => printed.push_str("[stopped]\n"),
        }
        printed
    }

    /// A transcript: the command line after `$ `, then what it prints.
    pub fn run(&self, line: &str) -> String {
        format!("$ {line}\n{}", self.type_in(line))
    }
}
