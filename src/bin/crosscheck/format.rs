//! Which format to print, and which to write beside it.
//!
//! In: names of formats, and paths. Out: formats of the library's list. What never happens here: a name that is guessed.

use std::fs::File;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use crosscheck::render::{FORMATS, Format, Shown, Style, format};
use crosscheck::story::nearest;

use crate::exit::Failure;
use crate::output;

/// One format written to one file: what `--write` takes.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    format: &'static Format,
    path: PathBuf,
}

/// Takes the name of a format, and lists them all in the help.
pub(crate) fn parser() -> impl TypedValueParser<Value = &'static Format> {
    let names = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(names).map(|name| format(&name).unwrap_or(&FORMATS[0]))
}

/// Takes `FORMAT=PATH`.
pub(crate) fn target(text: &str) -> Result<Target, String> {
    let names = || FORMATS.iter().map(|format| format.name);
    let all = || names().collect::<Vec<_>>().join(", ");
    let Some((name, path)) = text.split_once('=').filter(|(_, path)| !path.is_empty()) else {
        return Err(format!("expected FORMAT=PATH, such as sarif=report.sarif; the formats are {}", all()));
    };
    let format = format(name).ok_or_else(|| {
        let near = nearest(name, names()).map_or_else(|| "; the".to_owned(), |near| format!(", did you mean `{near}`? The"));
        format!("no format is called `{name}`{near} formats are {}", all())
    })?;
    Ok(Target { format, path: PathBuf::from(path) })
}

/// Writes every target, also where one of them fails.
///
/// # Errors
///
/// The first failure.
pub(crate) fn write_all(targets: &[Target], shown: Shown<'_>) -> Result<(), Failure> {
    // In a file there are no colours, and its width is not that of the terminal.
    let shown = Shown { style: Style { limit: shown.style.limit, ..Style::default() }, ..shown };
    let write = |Target { format, path }: &Target| {
        let fault = |error: std::io::Error| Failure::file("write", path, &error);
        output::finish(File::create(path).map_err(fault)?, |out| format.write(shown, out)).map_err(fault)
    };
    let mut results = targets.iter().map(write).collect::<Vec<_>>().into_iter();
    results.try_for_each(|result| result)
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn a_target_is_a_format_and_a_path() {
        let found = target("sarif=out/a=b.sarif").unwrap();
        assert_eq!((found.format.name, found.path.to_str()), ("sarif", Some("out/a=b.sarif")));
        for (text, says) in [
            ("report.sarif", "expected FORMAT=PATH, such as sarif=report.sarif; the formats are full, concise,"),
            ("sarif=", "expected FORMAT=PATH"),
            ("sarrif=a", "no format is called `sarrif`, did you mean `sarif`? The formats are full,"),
            ("sculpture=a", "no format is called `sculpture`; the formats are full,"),
        ] {
            let said = target(text).unwrap_err();
            assert!(said.starts_with(says), "{text}: {said}");
        }
    }
}
