//! `crosscheck completions` and `crosscheck man`: what a shell and a system know of the commands, made from their definition.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;

use crate::args::Cli;
use crate::exit::{Exit, Failure};
use crate::output;

/// Prints the completions for a shell.
#[derive(Debug, Args)]
#[command(after_help = "Example: crosscheck completions bash > ~/.local/share/bash-completion/completions/crosscheck")]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// Prints the manual page, or writes one for each command into a folder.
#[derive(Debug, Args)]
#[command(after_help = "Example: crosscheck man ~/.local/share/man/man1")]
pub(crate) struct ManArgs {
    /// The folder; without it the page of `crosscheck` itself goes to standard output
    pub(crate) folder: Option<PathBuf>,
}

pub(crate) fn completions(args: &CompletionsArgs) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "crosscheck", &mut script);
    output::standard(|out| out.write_all(&script))?;
    Ok(Exit::Clean)
}

pub(crate) fn man(args: &ManArgs) -> Result<Exit, Failure> {
    let mut root = Cli::command();
    root.build();
    let Some(folder) = &args.folder else {
        let mut page = Vec::new();
        clap_mangen::Man::new(root).render(&mut page)?;
        output::standard(|out| out.write_all(&page))?;
        return Ok(Exit::Clean);
    };
    std::fs::create_dir_all(folder).map_err(|error| Failure::file("make", folder, &error))?;
    let mut written = 0;
    for (name, command) in pages(root) {
        let mut page = Vec::new();
        clap_mangen::Man::new(command).title(name.to_uppercase()).render(&mut page)?;
        let path = folder.join(format!("{name}.1"));
        std::fs::write(&path, page).map_err(|error| Failure::file("write", &path, &error))?;
        written += 1;
    }
    crate::tell(&format!("wrote {written} pages into `{}`", folder.display()));
    Ok(Exit::Clean)
}

/// A command and all below it, each with the name of its page: `crosscheck-check`.
fn pages(root: Command) -> Vec<(String, Command)> {
    let mut found = Vec::new();
    let mut open = vec![(root.get_name().to_owned(), root)];
    while let Some((name, command)) = open.pop() {
        let below = command.get_subcommands().filter(|below| below.get_name() != "help" && !below.is_hide_set());
        open.extend(below.map(|below| (format!("{name}-{}", below.get_name()), below.clone())));
        // Manual pages name a command by the words that are typed.
        let typed = name.replace('-', " ");
        found.push((name, command.bin_name(typed)));
    }
    found
}
