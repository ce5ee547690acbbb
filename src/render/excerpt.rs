//! Excerpts: the words around a claim, cut to a width.
//!
//! In: a text, the span of a sentence and that of the words to mark. Out: one line in three parts. What never happens here: a control
//! character of an article on somebody's terminal.

use crate::text::Span;

/// One line of a sentence with the words to mark in its middle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// What stands before, with "…" where it is cut.
    pub(super) before: String,
    /// The words to mark.
    pub(super) marked: String,
    /// What stands after.
    pub(super) after: String,
}

/// The sentence around `marked`, cut at words to `width` columns. The marked words stay whole as far as the width allows.
pub(super) fn excerpt(text: &str, sentence: Span, marked: Span, width: usize) -> Excerpt {
    let sentence = sentence.join(marked);
    // What lies far off cannot be shown: a sentence may be as long as a text without any stop.
    let near = width * 8;
    let (start, end) = (marked.range().start.saturating_sub(near), marked.range().end.saturating_add(near));
    let start = text.floor_char_boundary(start.max(sentence.range().start));
    let end = text.floor_char_boundary(end.min(sentence.range().end));
    let before = clean(text.get(start..marked.range().start).unwrap_or_default());
    let after = clean(text.get(marked.range().end..end).unwrap_or_default());
    let words = cut_end(&clean(marked.of(text)), width);
    let room = width.saturating_sub(columns(&words));
    // What follows a figure tells more than what comes before: it gets three fifths where both are long.
    let for_after = columns(&after).min(room * 3 / 5);
    let before = cut_start(&before, room - for_after);
    let after = cut_end(&after, room - columns(&before));
    Excerpt { before, marked: words, after }
}

/// Text on one line: runs of blanks become one, control and direction characters go.
pub(super) fn clean(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_whitespace() {
            if !line.ends_with(' ') {
                line.push(' ');
            }
        } else if !letter.is_control()
            && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        {
            line.push(letter);
        }
    }
    line
}

/// Text on one line as [`clean`] has it, with what `sign` gives in place of a character that means something where it goes.
pub(super) fn escaped(text: &str, sign: impl Fn(char) -> Option<&'static str>) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in clean(text).chars() {
        match sign(letter) {
            Some(sign) => line.push_str(sign),
            None => line.push(letter),
        }
    }
    line
}

/// Columns that a line takes, a character each.
pub(super) fn columns(line: &str) -> usize {
    line.chars().count()
}

/// The start of a line, cut after a word to `width` columns, with " …" where something is left out.
pub(super) fn cut_end(line: &str, width: usize) -> String {
    if columns(line) <= width {
        return line.to_owned();
    }
    if width < 2 {
        return line.chars().take(width).collect();
    }
    let room: String = line.chars().take(width - 1).collect();
    // `room` is followed by more, so its last word may be half a word.
    let whole = room.rfind(' ').filter(|&at| at * 3 > room.len()).map_or(&*room, |at| &room[..=at]);
    format!("{whole}…")
}

/// The end of a line, cut before a word to `width` columns, with "… " where something is left out.
pub(super) fn cut_start(line: &str, width: usize) -> String {
    let all = columns(line);
    if all <= width {
        return line.trim_start().to_owned();
    }
    if width < 2 {
        return String::new();
    }
    let room: String = line.chars().skip(all - (width - 1)).collect();
    let whole = room.find(' ').filter(|&at| at * 3 < room.len() * 2).map_or(&*room, |at| &room[at..]);
    format!("…{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The river rose overnight, and by noon on Friday the flood had driven about 1,200 people from their homes in Lower Marl, the county said.";

    fn line(text: &str, words: &str, width: usize) -> String {
        let start = text.find(words).unwrap();
        let Excerpt { before, marked, after } = excerpt(text, Span::new(0, text.len()), Span::new(start, start + words.len()), width);
        assert!(columns(&before) + columns(&marked) + columns(&after) <= width);
        format!("{before}[{marked}]{after}")
    }

    #[test]
    fn a_sentence_is_cut_around_its_figure() {
        assert_eq!(line(TEXT, "about 1,200 people", 60), "… had driven [about 1,200 people] from their homes in Lower …");
        assert_eq!(line(TEXT, "The river", 30), "[The river] rose overnight, …");
        assert_eq!(line("Forty died.", "Forty", 60), "[Forty] died.");
    }

    #[test]
    fn line_breaks_and_control_characters_do_not_get_through() {
        assert_eq!(line("It\r\n  killed\u{1b}[31m 41\u{202e} people", "41\u{202e} people", 60), "It killed[31m [41 people]");
    }

    #[test]
    fn narrow_widths_do_not_break_it() {
        for width in 0..12 {
            let cut = excerpt("Žižkov — überall 41 people", Span::new(0, 28), Span::new(20, 22), width);
            assert!(columns(&cut.before) + columns(&cut.marked) + columns(&cut.after) <= width, "{width} {cut:?}");
        }
    }
}
