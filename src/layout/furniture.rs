//! What a line is by itself: its first words, its last words, its shape.
//!
//! In: a line. Out: a guess that its neighbours may confirm or not. What never happens here: a search through the middle of a long
//! line; a page marks what is not text at the start or the end of a line.

use super::line::Line;
use super::{Furniture, Zone};
use crate::lexicon::{Pages, Role};
use crate::source::Moment;
use crate::text::{Words, hash_of};

/// What a line looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guess {
    /// Nothing special.
    Plain,
    /// This, wherever it stands.
    Zone(Zone),
    /// A heading over other articles' headlines.
    Heading,
    /// Perhaps such a heading.
    LooseHeading,
    /// A heading over names of topics.
    Topics,
    /// Only digits: a counter beside a label.
    Digits,
    /// What a counter counts.
    Label,
    /// The name and date under a post: the line before it belongs to it.
    Signature,
    /// "1:45 Witnesses tell of fire": a title in a list of videos.
    Timed,
}

/// How far from its end a line is searched for a credit or a signature, in bytes.
const TAIL: usize = 140;

/// How far from its start a line is searched for what says that it is about its author.
const START: usize = 48;

/// What `line` looks like. `addresses` is whether an "@" stands anywhere in its text, which few texts have.
pub(super) fn guess(pages: &Pages, line: &Line<'_>, addresses: bool) -> Guess {
    if line.is_rule() {
        return Guess::Zone(Zone::Furniture(Furniture::Other));
    }
    if line.text.len() <= 12 && line.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b' ') {
        return Guess::Digits;
    }
    if let Some(guess) = post(line, addresses) {
        return guess;
    }
    if is_path(line) {
        return Guess::Zone(Zone::Furniture(Furniture::Navigation));
    }
    let bare = line.bare();
    if bare.starts_with('\u{a9}') && line.text.len() <= 600 {
        return Guess::Zone(Zone::Furniture(Furniture::Other));
    }
    let role = pages.role_of(bare, line.hashes_of(bare), line.stops_plainly);
    if let Some(guess) = role.and_then(|role| by_role(role, line)) {
        return guess;
    }
    if is_credited(pages, line) {
        return Guess::Zone(Zone::Caption);
    }
    if is_counter(pages, bare) {
        return Guess::Zone(Zone::Furniture(Furniture::Counter));
    }
    if is_stamp(pages, line) {
        return Guess::Zone(Zone::Furniture(Furniture::Stamp));
    }
    if is_byline(pages, line, bare, addresses) {
        return Guess::Zone(Zone::Furniture(Furniture::Byline));
    }
    if is_timed(line) { Guess::Timed } else { Guess::Plain }
}

/// What a role makes of a line, where the line bears it out.
fn by_role(role: Role, line: &Line<'_>) -> Option<Guess> {
    let furniture = |kind| Some(Guess::Zone(Zone::Furniture(kind)));
    match role {
        Role::Counter => Some(Guess::Label),
        Role::Paywall => furniture(Furniture::Paywall),
        Role::Share => furniture(Furniture::Share),
        Role::Heading => Some(Guess::Heading),
        Role::LooseHeading => Some(Guess::LooseHeading),
        // Short links may be sentences ("Read more about it here."), long ones are text.
        Role::Link => {
            if line.text.len() <= 160 {
                furniture(Furniture::Sidebar)
            } else {
                None
            }
        }
        Role::Navigation => furniture(Furniture::Navigation),
        Role::Topics => Some(Guess::Topics),
        Role::Stamp => {
            let told = line.text.len() <= 160 && !line.stops_plainly && line.text.bytes().any(|byte| byte.is_ascii_digit());
            if told { furniture(Furniture::Stamp) } else { None }
        }
        Role::Byline => {
            if is_signed(line) {
                furniture(Furniture::Byline)
            } else {
                None
            }
        }
        Role::Caption => {
            if line.text.len() <= 700 {
                Some(Guess::Zone(Zone::Caption))
            } else {
                None
            }
        }
        Role::Notice => furniture(Furniture::Other),
    }
}

/// A post of a social network: a link to its picture, or its signature "— Name (@name) July 12, 2025" at the end of the line.
fn post(line: &Line<'_>, addresses: bool) -> Option<Guess> {
    if line.stops {
        return None;
    }
    let tail = tail(line.text, TAIL);
    if memchr::memchr(b'/', tail.as_bytes()).is_some() && (tail.contains("pic.twitter.com/") || tail.contains("pic.x.com/")) {
        return Some(Guess::Zone(Zone::Embedded));
    }
    let open = if addresses { tail.rfind("(@")? } else { return None };
    let (name, date) = tail.split_at(open);
    let after = date.split_once(')')?.1;
    let dated = after.trim().parse::<Moment>().is_ok();
    let dash = name.rfind(['\u{2014}', '\u{2013}']).or_else(|| name.find("- "))?;
    if !dated || name.len() - dash > 80 {
        return None;
    }
    let alone = line.text.len() - (tail.len() - dash) == 0;
    Some(if alone { Guess::Signature } else { Guess::Zone(Zone::Embedded) })
}

/// The path to a page: "Home > World > Mill burns".
fn is_path(line: &Line<'_>) -> bool {
    if line.text.len() > 300 || line.stops {
        return false;
    }
    if !line.text.contains(['>', '\u{bb}']) {
        return false;
    }
    let steps = line.text.matches(" > ").count() + line.text.matches(" \u{bb} ").count();
    let home = line.text.get(..16).unwrap_or(line.text).to_ascii_lowercase().contains("home");
    steps >= 2 || (steps == 1 && home)
}

/// "(Photo: Ann Ode)", "(AP)", "(Ann Ode / Alder Post)" at the end, or "Photo by Ann Ode" without a full stop.
fn is_credited(pages: &Pages, line: &Line<'_>) -> bool {
    if line.stops && !line.text.ends_with([')', ']']) {
        return false;
    }
    let mut text = line.text;
    for end in &pages.tails {
        let cut = text.len().wrapping_sub(end.len());
        if text.get(cut..).is_some_and(|tail| tail.eq_ignore_ascii_case(end))
            && text.get(..cut).is_some_and(|rest| rest.trim_end().ends_with(')'))
        {
            text = text.get(..cut).unwrap_or_default().trim_end();
        }
    }
    let tail = tail(text, TAIL);
    if let Some(inner) = tail.strip_suffix([')', ']']) {
        let Some(open) = inner.rfind(['(', '[']) else { return false };
        let inner = inner.get(open + 1..).unwrap_or_default();
        let slash = inner.split_once('/').is_some_and(|(left, right)| is_name(left) && is_name(right));
        return !inner.contains("://") && (slash || credit_words(pages, inner));
    }
    if line.stops {
        return false;
    }
    let mut words = Words::new(tail).peekable();
    let photo = hash_of("photo");
    let file = hash_of("file");
    let getty = hash_of("getty");
    while let Some(word) = words.next() {
        let Some(next) = words.peek() else { break };
        let between = tail.get(word.end as usize..next.start as usize).unwrap_or_default();
        if word.capital && word.hash == photo && (between.starts_with(':') || pages.after_photo.get(next.hash).is_some()) {
            return true;
        }
        if word.capital && ((word.hash == getty && next.capital) || (word.hash == file && next.hash == photo)) {
            return true;
        }
    }
    false
}

/// A credit in brackets names an agency or says what it is; anything longer is an aside.
fn credit_words(pages: &Pages, inner: &str) -> bool {
    let capital = inner.starts_with(|first: char| first.is_uppercase());
    capital
        && inner.split_ascii_whitespace().count() <= 14
        && Words::new(inner).any(|word| word.capital && pages.credits.get(word.hash).is_some())
}

/// Two to six words, each with a capital.
fn is_name(text: &str) -> bool {
    let words = text.split_ascii_whitespace();
    text.len() <= 60
        && words.clone().count() >= 1
        && words.clone().count() <= 6
        && words.clone().all(|word| word.starts_with(|first: char| first.is_uppercase() || first == '('))
}

/// "12 Shares", "3 3 Retweets 2 2 likes": figures and what counters count.
fn is_counter(pages: &Pages, bare: &str) -> bool {
    if bare.len() > 48 || !bare.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let label = bare.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | 'K' | 'M' | ' '));
    !label.is_empty()
        && label
            .split(|letter: char| letter.is_ascii_digit() || letter == ' ')
            .filter(|part| !part.is_empty())
            .all(|part| pages.role(part, false) == Some(Role::Counter) || part.eq_ignore_ascii_case("pending"))
}

/// A line that is only a date, perhaps with a time.
fn is_stamp(pages: &Pages, line: &Line<'_>) -> bool {
    // A month may be misspelt.
    let unknown = || Words::new(line.text).filter(|word| !word.digits && pages.dates.get(word.hash).is_none()).count();
    let moment = || line.text.parse::<Moment>().is_ok();
    line.text.len() <= 60
        && line.text.bytes().any(|byte| byte.is_ascii_digit())
        && match unknown() {
            0 => moment() || has_year_and_month(pages, line.text),
            1 => line.words(4) <= 3 && moment(),
            _ => false,
        }
}

/// "5:07 AM - 29 Jun 2016".
fn has_year_and_month(pages: &Pages, text: &str) -> bool {
    let year = Words::new(text).any(|word| word.digits && word.end - word.start == 4);
    year && Words::new(text).any(|word| !word.digits && word.end - word.start >= 3 && pages.dates.get(word.hash).is_some())
}

/// "By Ann Ode", "Ann Ode contributed to this report.", "Ann Ode is a reporter for the Alder Post. Reach her at …", an address.
fn is_byline(pages: &Pages, line: &Line<'_>, bare: &str, addresses: bool) -> bool {
    if line.text.len() > 400 {
        return false;
    }
    if let Some(rest) = bare.strip_prefix("By ").or_else(|| bare.strip_prefix("BY ")) {
        return is_authors(pages, rest);
    }
    if addresses && line.text.len() <= 60 && line.text.contains('@') && !line.text.contains(' ') {
        return true;
    }
    is_thanks(pages, line) || is_author(pages, line, addresses)
}

/// "Ann Ode contributed to this report."
fn is_thanks(pages: &Pages, line: &Line<'_>) -> bool {
    let end = line.cut.last().filter(|word| word.end + 16 > line.span.end);
    end.is_some_and(|word| pages.thanks.get(word.hash).is_some())
        && Words::new(tail(line.text, 48)).any(|word| pages.contributed.get(word.hash).is_some())
        && line.words(41) <= 40
}

/// "Ann Ode is a city reporter for the Alder Post. Reach her at …"
fn is_author(pages: &Pages, line: &Line<'_>, addresses: bool) -> bool {
    let start = head(line.text, START);
    let reached = || Words::new(line.text).any(|word| word.capital && pages.reach.get(word.hash).is_some());
    let address = addresses && memchr::memchr(b'@', line.text.as_bytes()).is_some();
    if address && Words::new(start).take(6).any(|word| !word.capital && pages.writes.get(word.hash).is_some()) && reached() {
        return true;
    }
    let mut words = line.cut.iter().take_while(|word| ((word.start - line.span.start) as usize) < START);
    let told = words.any(|word| word.hash == const { hash_of("is") });
    let Some(is) = (if told { start.find(" is ") } else { None }) else { return false };
    let trade = Words::new(line.text.get(is..).unwrap_or_default()).take(9).any(|word| pages.trades.get(word.hash).is_some());
    trade && (address || reached())
}

/// Names after "By": a few words, most with a capital, no sentence, no date.
fn is_authors(pages: &Pages, rest: &str) -> bool {
    let words = rest.split_ascii_whitespace();
    let count = words.clone().count();
    let capital = words.clone().filter(|word| word.starts_with(char::is_uppercase)).count();
    let small = words.clone().all(|word| {
        word.starts_with(char::is_uppercase)
            || matches!(word, "and" | "of" | "for" | "the" | "de" | "van" | "von" | "at" | "in" | "&" | "|" | "/" | "-" | "\u{2014}")
    });
    let dated =
        Words::new(rest).next().is_some_and(|word| word.digits || (word.end - word.start > 2 && pages.dates.get(word.hash).is_some()));
    (2..=16).contains(&count) && capital * 3 >= count * 2 && small && !dated && !rest.ends_with(['.', ':']) && !rest.starts_with("The ")
}

/// A line that begins with words of a byline is one where an address, a number or a name with capitals follows, or nothing but names.
fn is_signed(line: &Line<'_>) -> bool {
    let text = line.text;
    if text.contains('@') || text.contains("http") || text.contains("twitter.com") || text.contains("Twitter") {
        return text.len() <= 300;
    }
    let words = || text.split_ascii_whitespace();
    let capital = words()
        .filter(|word| word.trim_start_matches('(').starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()))
        .count();
    let phone =
        text.split(|letter: char| !letter.is_ascii_digit() && letter != '-').any(|run| run.len() >= 8 && run.matches('-').count() >= 1);
    text.len() <= 200
        && (phone
            || (!line.stops_plainly && capital * 2 >= words().count())
            || (words().count() <= 14 && capital * 3 >= words().count() * 2))
}

/// "1:45 Witnesses tell of fire": the length of a video and its title.
fn is_timed(line: &Line<'_>) -> bool {
    let bytes = line.text.as_bytes();
    let (minutes, rest) = bytes.split_at(bytes.iter().take(2).filter(|byte| byte.is_ascii_digit()).count());
    let [b':', tens, ones, b' ', title, ..] = rest else { return false };
    !minutes.is_empty()
        && tens.is_ascii_digit()
        && ones.is_ascii_digit()
        && !title.is_ascii_lowercase()
        && !line.stops_plainly
        && line.words(4) >= 4
}

/// The first bytes of a text, up to a character's end.
fn head(text: &str, most: usize) -> &str {
    let mut to = text.len().min(most);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[..to]
}

/// The last bytes of a text, from a character's start.
fn tail(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}
