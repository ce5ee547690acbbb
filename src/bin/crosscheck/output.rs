//! Where output goes: standard output or a file, with colour only where somebody looks at it.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};

use crosscheck::render::Style;

use crate::args::{Colour, OutputArgs};
use crate::exit::Failure;

/// The width of a report that nobody looks at on a terminal.
const PIPED_WIDTH: u16 = 100;
/// The narrowest and the widest report that reads well.
const WIDTHS: std::ops::RangeInclusive<u16> = 60..=140;

/// Columns for the report: as asked for, else those of the terminal, else [`PIPED_WIDTH`].
fn width(args: &OutputArgs) -> usize {
    let asked = args.width.or_else(|| {
        let looked_at = args.output.is_none() && io::stdout().is_terminal();
        looked_at.then(|| terminal_size::terminal_size().map(|(width, _)| width.0)).flatten()
    });
    usize::from(asked.unwrap_or(PIPED_WIDTH).clamp(*WIDTHS.start(), *WIDTHS.end()))
}

/// Whether to colour: as asked for, else where a terminal shows it and `NO_COLOR` does not forbid it.
fn colours(args: &OutputArgs) -> bool {
    match args.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => args.output.is_none() && AutoStream::choice(&io::stdout()) != ColorChoice::Never,
    }
}

/// How to render for people.
pub(crate) fn style(args: &OutputArgs) -> Style {
    Style { width: width(args), colours: colours(args), limit: args.limit }
}

/// Runs `write` on standard output, or on the file that `-o` names.
pub(crate) fn to(args: &OutputArgs, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    match &args.output {
        Some(path) => {
            let file = File::create(path).map_err(|error| Failure::file("write", path, &error))?;
            finish(file, write).map_err(|error| Failure::file("write", path, &error))
        }
        None => Ok(finish(io::stdout().lock(), write)?),
    }
}

/// Runs `write` on `out`, large pieces at a time.
pub(crate) fn finish(out: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    write(&mut out)?;
    out.flush()
}

/// Prints lines on standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    Ok(finish(io::stdout().lock(), |out| writeln!(out, "{text}"))?)
}

/// Writes a whole file of text.
pub(crate) fn save(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| Failure::file("write", path, &error))
}
