//! Lines: wrapping of sentences and columns of a table.
//!
//! In: plain words. Out: lines no wider than asked for. What never happens here: colour; it is put on afterwards, so that it does not
//! count as columns.

use super::excerpt::columns;

/// Wraps `text` at blanks: the first line after `first`, the others after `rest`. A word that is too long stands alone.
pub(super) fn wrap(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split_whitespace() {
        if !empty && columns(&line) + 1 + columns(word) > width {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
    lines
}

/// `text` filled up with blanks to `width` columns.
pub(super) fn pad(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(blanks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks() {
        assert_eq!(wrap("one two three four", 12, "= ", "  "), ["= one two", "  three four"]);
        assert_eq!(wrap("unbreakable-word x", 5, "", ""), ["unbreakable-word", "x"]);
        assert_eq!(wrap("", 5, "= ", "  "), ["= "]);
    }

    #[test]
    fn cells_are_filled_by_characters() {
        assert_eq!(pad("Sep–Nov", 9), "Sep–Nov  ");
        assert_eq!(pad("too long", 3), "too long");
    }
}
