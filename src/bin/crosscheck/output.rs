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

/// Whether the output goes to a terminal.
pub(crate) fn looked_at(args: &OutputArgs) -> bool {
    args.output.is_none() && io::stdout().is_terminal()
}

/// Columns for the report: as asked for, else those of the terminal, else [`PIPED_WIDTH`].
fn width(args: &OutputArgs) -> usize {
    let asked = args.width.or_else(|| looked_at(args).then(|| terminal_size::terminal_size().map(|(width, _)| width.0)).flatten());
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
        None => standard(write),
    }
}

/// Runs `write` on the standard output. Its reader may go away, as `head` does: that is no failure, and what is left is not written.
pub(crate) fn standard(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = Reader { out: io::stdout().lock(), gone: false };
    match finish(&mut out, write) {
        Err(_) if out.gone => Ok(()),
        done => Ok(done?),
    }
}

/// Standard output, with whether its reader is gone: a format that wraps the error of the system would hide it.
struct Reader<W> {
    out: W,
    gone: bool,
}

impl<W: Write> Reader<W> {
    fn note<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        self.gone |= done.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
        done
    }
}

impl<W: Write> Write for Reader<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let done = self.out.write(bytes);
        self.note(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        let done = self.out.flush();
        self.note(done)
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
    standard(|out| writeln!(out, "{text}"))
}

/// Writes a whole file of text.
pub(crate) fn save(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| Failure::file("write", path, &error))
}
