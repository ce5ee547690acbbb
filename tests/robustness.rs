//! Texts that no newspaper prints: nothing panics, nothing hangs, and what comes out grows with what goes in. The sizes are such that a
//! step which looks at a whole text for each of its figures would not come to an end.

mod support;

use support::batch::{self, Numbers};
use support::samples;

const MEGABYTE: usize = 1_000_000;

fn claims(text: &str) -> usize {
    let cards = samples::cards(text);
    cards.iter().for_each(samples::hold);
    cards.iter().map(|card| card.claims.len()).sum()
}

/// `piece` again and again, up to `bytes` bytes.
fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

#[test]
fn random_bytes() {
    let mut numbers = Numbers(3);
    let bytes: Vec<u8> = (0..MEGABYTE).map(|_| numbers.next().to_le_bytes()[0]).collect();
    for name in ["noise.txt", "noise.md", "stdin"] {
        if let Ok(read) = crosscheck::source::read(name, &bytes) {
            let documents: Vec<_> = read.documents.into_iter().map(|(document, _)| document).collect();
            samples::as_json(&samples::report(&documents));
        }
    }
    assert!(crosscheck::source::read("noise.jsonl", &bytes).map_or(true, |read| read.documents.is_empty()), "noise is no record");
}

#[test]
fn random_characters() {
    let mut numbers = Numbers(4);
    let any = |numbers: &mut Numbers| char::from_u32(u32::try_from(numbers.within(1, 0x2_ffff)).unwrap()).unwrap_or('0');
    let text: String = (0..200_000).map(|_| any(&mut numbers)).collect();
    claims(&text);
}

#[test]
fn ten_megabytes_without_a_newline_or_a_full_stop() {
    let plain = "and the crews went on with their work in the rain while others looked for shelter ".repeat(8);
    let text = repeated(&format!("at least 41 people were in the valley on 3 March 2025 {plain}"), 10 * MEGABYTE);
    assert!(!text.contains('\n'));
    let found = claims(&text);
    let pieces = text.matches("at least").count();
    assert!(found >= 2 * pieces, "{found} claims in {pieces} pieces");
}

#[test]
fn one_long_line_is_shown_with_its_columns() {
    let text = repeated("about 41 people, 12 dogs and ", MEGABYTE);
    for card in samples::cards(&text) {
        let mut out = std::io::sink();
        crosscheck::report::json::claims(&card.article, &card.text, &card.claims, &mut out).unwrap();
    }
}

#[test]
fn ten_megabytes_of_one_word() {
    assert_eq!(claims(&"a".repeat(10 * MEGABYTE)), 0);
    assert_eq!(claims(&" ".repeat(10 * MEGABYTE)), 0);
}

#[test]
fn a_hundred_thousand_digits_in_a_row() {
    let digits = "7".repeat(100_000);
    for text in [
        digits.clone(),
        format!("{digits} people died."),
        format!("${digits} million"),
        format!("0.{digits}"),
        repeated("7,", 100_000),
        repeated("7.", 100_000),
        repeated("7-", 100_000),
        repeated("7/", 100_000),
        repeated("7:", 100_000),
    ] {
        // A number that no decimal holds is no figure; it is not cut to one that fits either.
        let cards = samples::cards(&text);
        cards.iter().for_each(samples::hold);
    }
}

#[test]
fn words_that_lead_nowhere() {
    for piece in [
        "hundred ",
        "a million ",
        "twenty-",
        "one and ",
        "between ",
        "at least ",
        "more than about ",
        "from 1 to ",
        "the last ",
        "early ",
        "Monday ",
        "May ",
        "second ",
        "$",
        "-",
        "% ",
        "half a ",
        "no ",
    ] {
        claims(&repeated(piece, MEGABYTE / 10));
    }
}

#[test]
fn deep_nests_of_quotes_and_brackets() {
    for (open, close) in [("“", "”"), ("\"", "\""), ("(", ")"), ("[", "]"), ("> ", "\n"), ("‘“", "”’")] {
        let text = format!("{}41 people died on Friday{}", open.repeat(50_000), close.repeat(50_000));
        claims(&text);
        claims(&repeated(&format!("{open}he said, "), MEGABYTE / 5));
    }
}

#[test]
fn a_table_of_ten_thousand_numbers() {
    for separator in [" ", "\t", ", ", " | ", "\n", ";"] {
        let cells: Vec<String> = (0..10_000).map(|cell| (cell * 37 % 9_973).to_string()).collect();
        let found = claims(&cells.join(separator));
        assert!(found <= 10_000, "{found} claims, separated by {separator:?}");
    }
}

#[test]
fn a_megabyte_of_dates_is_checked_to_the_end() {
    let text = batch::full_of_dates(MEGABYTE);
    let found = claims(&text);
    assert!(found > MEGABYTE / 200, "{found} claims");
    let record = serde_json::json!({ "id": "dates", "text": text, "published": "2025-06-01" }).to_string();
    let report = samples::report(&samples::read("dates.jsonl", record.as_bytes()));
    assert_eq!(report.case.articles.len(), 1);
}

#[test]
fn what_is_found_grows_with_the_text() {
    for piece in
        ["Police said 41 people were injured on Friday.\n\n", "The fire destroyed about 1,200 homes, and 3 to 5 firefighters died. "]
    {
        let (once, twice) = (claims(&repeated(piece, 50_000)), claims(&repeated(piece, 100_000)));
        let pieces = 50_000 / piece.len();
        assert!(once > 0 && once <= 6 * pieces, "{once} claims in {pieces} pieces");
        assert!(twice.abs_diff(2 * once) <= 12, "{once} claims, and {twice} in twice the text");
    }
}

#[test]
fn many_articles_of_one_story_come_to_an_end() {
    let copies: Vec<_> = (0..600).map(|index| batch::Sample { name: format!("copy-{index:04}"), ..batch::articles(1).remove(0) }).collect();
    let report = samples::report(&samples::generated(&copies));
    assert_eq!(report.case.articles.len(), 600);
    let in_stories: usize = report.case.stories.iter().map(|story| story.articles.len()).sum();
    assert_eq!(in_stories, 600, "every article is in exactly one story");
}
