//! What a version control system leaves in a file whose merge is open.
//!
//! In: a line. Out: whether it parts two sides. What never happens here: a side taken.

/// What stands before the text that both sides came from.
const BASE: &str = "|||||||";

/// What stands between two sides that could not be merged.
const MARKS: [&str; 4] = ["<<<<<<<", BASE, "=======", ">>>>>>>"];

/// Whether a line stands between two sides of a merge that was left open.
///
/// ```
/// use crosscheck::text::is_merge_mark;
/// assert!(is_merge_mark("<<<<<<< HEAD") && is_merge_mark("======="));
/// assert!(!is_merge_mark("========") && !is_merge_mark("fact f_1"));
/// ```
pub fn is_merge_mark(line: &str) -> bool {
    MARKS.iter().any(|mark| line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Whether what follows a line is what both sides came from.
pub fn begins_merge_base(line: &str) -> bool {
    line.starts_with(BASE)
}
