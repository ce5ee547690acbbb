//! What a path that leads nowhere was probably meant to be.
//!
//! In: a path as typed. Out: the nearest one that there is, to be asked about. What never happens here: a file opened, a path corrected.

use std::path::{Path, PathBuf};

use crosscheck::story::nearest;

/// Most names of one folder that are looked at.
const MOST: usize = 4096;

/// "; did you mean `seeds/`?", where something is near.
pub(crate) fn hint(path: &Path) -> Option<String> {
    near(path).map(|near| format!("; did you mean `{near}`?"))
}

/// The nearest path there is: the part that is missing is looked for among what lies beside it.
fn near(path: &Path) -> Option<String> {
    let typed = path.to_str()?;
    if typed.contains('\\') && !cfg!(windows) {
        let turned = PathBuf::from(typed.replace('\\', "/"));
        return turned.exists().then(|| shown(&turned));
    }
    let mut parts = path.components();
    let mut there = PathBuf::new();
    while let Some(part) = parts.next() {
        let next = there.join(part);
        if next.exists() {
            there = next;
            continue;
        }
        let folder = if there.as_os_str().is_empty() { Path::new(".") } else { &*there };
        let missing = part.as_os_str().to_str()?;
        let found = there.join(beside(folder, missing)?);
        let whole = found.join(parts.as_path());
        return Some(shown(if whole.exists() { &whole } else { &found }));
    }
    None
}

/// The name in a folder that is nearest to `missing`.
fn beside(folder: &Path, missing: &str) -> Option<String> {
    let entries = std::fs::read_dir(folder).ok()?.take(MOST);
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.') || missing.starts_with('.')).collect();
    names.sort_unstable();
    nearest(missing, names.iter().map(String::as_str)).map(str::to_owned)
}

fn shown(path: &Path) -> String {
    let end = if path.is_dir() { "/" } else { "" };
    format!("{}{end}", path.display().to_string().trim_end_matches(['/', '\\']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_way_and_another_word_does_not() {
        for (typed, expected) in [
            ("sedes", Some("seeds/")),
            ("seds/fire", Some("seeds/fire/")),
            ("seeds/fier", Some("seeds/fire/")),
            ("seeds/nothing-of-the-kind", None),
            ("Cargo.tmol", Some("Cargo.toml")),
            ("seeds", None),
        ] {
            assert_eq!(near(Path::new(typed)).as_deref(), expected, "{typed}");
        }
        if !cfg!(windows) {
            assert_eq!(near(Path::new("seeds\\fire")).as_deref(), Some("seeds/fire/"));
        }
    }
}
