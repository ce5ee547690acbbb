//! Runs the program as a user does, in an environment that says nothing, and keeps folders for what it reads and writes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How a run of the program ended.
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program in the root of the project.
pub fn run(args: &[&str]) -> Done {
    run_with_input(args, "")
}

/// Runs the program in the root of the project, as a CI system does.
pub fn run_in_ci(args: &[&str]) -> Done {
    run_in(super::root(), args, "", Some("true"))
}

/// Runs the program in the root of the project while nobody reads its standard output.
pub fn run_unread(args: &[&str]) -> Done {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command.args(args).current_dir(super::root()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.env_remove("CI").spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let code = output.status.code().expect("the program exits by itself");
    Done { code, out: String::new(), err: String::from_utf8(output.stderr).unwrap() }
}

/// Runs the program with `input` on its standard input.
pub fn run_with_input(args: &[&str], input: &str) -> Done {
    run_in(super::root(), args, input, None)
}

fn run_in(folder: &Path, args: &[&str], input: &str, ci: Option<&str>) -> Done {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    // What the machine at hand sets must not show in a report.
    for name in ["CI", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("CROSSCHECK_")) {
        command.env_remove(name);
    }
    command.envs(ci.map(|value| ("CI", value)));
    command.args(args).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A program that refuses its arguments doesn't read its input.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Done { code: output.status.code().expect("the program exits by itself"), out: text(output.stdout), err: text(output.stderr) }
}

/// A folder of its own, gone with its owner.
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// An empty folder; `name` is unique among the tests.
    pub fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }

    /// The folder's path.
    pub fn path(&self) -> &str {
        self.folder.to_str().unwrap()
    }

    /// Runs the program in the folder, so that what lies there is named from there, wherever the folder is.
    pub fn run(&self, args: &[&str]) -> Done {
        run_in(&self.folder, args, "", None)
    }

    /// `text` with `FOLDER` for the folder, which a run names from the root of the project where it lies in it.
    pub fn scrub(&self, text: &str) -> String {
        let inside = self.folder.strip_prefix(super::root()).map_or(self.path(), |inside| inside.to_str().unwrap());
        text.replace(self.path(), "FOLDER").replace(inside, "FOLDER")
    }

    /// The path of `name` in the folder.
    pub fn at(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file and returns its path.
    pub fn file(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.folder.join(name), bytes).unwrap();
        self.at(name)
    }

    /// A link that points to itself, and its path.
    #[cfg(unix)]
    pub fn link_to_itself(&self, name: &str) -> String {
        std::os::unix::fs::symlink(self.folder.join(name), self.folder.join(name)).unwrap();
        self.at(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
