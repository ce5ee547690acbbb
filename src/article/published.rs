//! When an article was published, first found wins: the user, the container, the dateline, the byline, the address, a stamp, a dated
//! post or photo whose weekday is one that the article names.
//!
//! In: the page. Out: a date with its basis and words. What never happens here: a photo's date taken for the article's because there is
//! no other.

use super::{Basis, Page, Published, doubt};
use crate::calendar::{Datelike, NaiveDate, NaiveTime};
use crate::layout::{self, Block, Furniture, Zone};
use crate::source::{Moment, hour_at_end};
use crate::text::{Span, Words};

/// How many words of a line are tried as the beginning of a date.
const TRIED: usize = 120;

/// When the article was published, as far as anything says.
pub(super) fn find(page: &Page<'_>, given: Option<Moment>, publisher: Option<&str>) -> Option<Published> {
    let plain = |moment: Moment, basis, span| Published {
        date: moment.date,
        time: moment.time.or_else(|| hour(page, moment.date)),
        basis,
        span,
        doubt: None,
    };
    if let Some(moment) = given {
        return Some(plain(moment, Basis::Config, None));
    }
    let checked = |published: Published| Published { doubt: doubt::of_given(page, published.date), ..published };
    if let Some(moment) = page.document.published {
        return Some(checked(plain(moment, Basis::Metadata, None)));
    }
    let url = page.document.url.as_deref().and_then(in_url);
    let stamp = stamp(page);
    let year = url.map(|moment| moment.date.year()).or(stamp.map(|(moment, _)| moment.date.year()));
    if let Some((moment, span)) = dateline(page, year) {
        return Some(plain(moment, Basis::Dateline, Some(span)));
    }
    if let Some((moment, span)) = byline(page) {
        return Some(plain(moment, Basis::Byline, Some(span)));
    }
    if let Some(moment) = url {
        return Some(checked(plain(moment, Basis::Url, None)));
    }
    if let Some((moment, span)) = stamp {
        let doubt = doubt::of(page, moment.date, publisher);
        return Some(Published { doubt, ..plain(moment, Basis::Stamp, Some(span)) });
    }
    agreeing(page, Zone::Embedded, Basis::Embedded).or_else(|| agreeing(page, Zone::Caption, Basis::Caption))
}

/// The day of a dated post or photo: its own words count from it.
pub(super) fn own_day(page: &Page<'_>, block: &Block) -> Option<NaiveDate> {
    match block.zone {
        Zone::Embedded => last_day(page, block),
        Zone::Caption => only_day(page, block),
        _ => None,
    }
}

/// The hour that the page's own stamps give for the day of the article: the latest of them. None where a stamp is of a later day, since
/// what the page reads then was written after that day.
fn hour(page: &Page<'_>, day: NaiveDate) -> Option<NaiveTime> {
    let own = |block: &&Block| matches!(block.zone, Zone::Furniture(Furniture::Stamp | Furniture::Byline));
    let stamps: Vec<Moment> = page.blocks.iter().filter(own).flat_map(|block| stamps_in(block.span.of(page.text))).collect();
    let changed = stamps.iter().any(|stamp| stamp.date > day);
    stamps.iter().filter(|stamp| stamp.date == day && !changed).filter_map(|stamp| stamp.time).max()
}

/// The dates of a line, each with the hour that stands behind it or, where none does, right before it: "3:04 p.m. ET March 3, 2018".
fn stamps_in(line: &str) -> Vec<Moment> {
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some((moment, span)) = line.get(from..).and_then(|rest| first_moment(rest, from)) {
        let before = line.get(from..span.start as usize).unwrap_or_default();
        found.push(Moment { time: moment.time.or_else(|| hour_at_end(before)), ..moment });
        from = (span.end as usize).max(from + 1);
    }
    found
}

/// The date in a dateline. One without a year takes it from elsewhere on the page; without one it is no date.
fn dateline(page: &Page<'_>, year: Option<i32>) -> Option<(Moment, Span)> {
    let block = page.zone(Zone::Body).next()?;
    let line = layout::dateline(block.span.of(page.text))?;
    if let Some(found) = first_moment(line, block.span.start as usize) {
        return Some(found);
    }
    let day = line.split(',').next_back()?.split('(').next()?.trim();
    let moment: Moment = format!("{day}, {}", year?).parse().ok()?;
    let start = block.span.start as usize + line.find(day)?;
    Some((moment, Span::new(start, start + day.len())))
}

/// A date beside the author, above the article.
fn byline(page: &Page<'_>) -> Option<(Moment, Span)> {
    let body = page.zone(Zone::Body).next()?.span.start;
    let mut above = page.zone(Zone::Furniture(Furniture::Byline)).filter(|block| block.span.start < body);
    above.find_map(|block| first_moment(block.span.of(page.text), block.span.start as usize))
}

/// The first stamp that does not speak of a change, else the first.
fn stamp(page: &Page<'_>) -> Option<(Moment, Span)> {
    let stamps = || page.zone(Zone::Furniture(Furniture::Stamp));
    let changed = |block: &&Block| {
        let start = block.span.of(page.text).get(..16).unwrap_or_default().to_ascii_lowercase();
        start.contains("updated") || start.contains("modified")
    };
    let date = |block: &Block| first_moment(block.span.of(page.text), block.span.start as usize);
    stamps().filter(|block| !changed(block)).find_map(date).or_else(|| stamps().find_map(date))
}

/// The day that all posts or photos of the page allow: the latest of them, where the first weekday that the article names is its
/// weekday and the article tells of no later year.
fn agreeing(page: &Page<'_>, zone: Zone, basis: Basis) -> Option<Published> {
    let dated = page.zone(zone).filter_map(|block| {
        let date = if zone == Zone::Embedded { last_day(page, block) } else { only_day(page, block) };
        date.map(|date| (date, block.span))
    });
    let (date, span) = dated.max_by_key(|&(date, span)| (date, std::cmp::Reverse(span.start)))?;
    let (_, weekday) = page.weekdays().next()?;
    let later = page.zone(Zone::Body).flat_map(|block| page.mentions_in(block.span)).any(|mention| {
        let dated = mention.time.as_ref();
        dated.is_some() && year_in(mention.span.of(page.text)).is_some_and(|year| year > date.year())
    });
    (weekday == date.weekday() && !later).then_some(Published { date, time: None, basis, span: Some(span), doubt: None })
}

/// A year of four digits in a few words.
fn year_in(words: &str) -> Option<i32> {
    let years = Words::new(words).filter(|word| word.digits && word.end - word.start == 4);
    years.filter_map(|word| words.get(word.start as usize..word.end as usize)?.parse().ok()).find(|year| (1900..2200).contains(year))
}

/// The day in a post's signature, at its end.
fn last_day(page: &Page<'_>, block: &Block) -> Option<NaiveDate> {
    let text = block.span.of(page.text);
    let signature = text.get(text.rfind("(@")?..)?;
    first_moment(signature, 0).map(|(moment, _)| moment.date)
}

/// The day in a caption, where it names just one.
fn only_day(page: &Page<'_>, block: &Block) -> Option<NaiveDate> {
    let text = block.span.of(page.text);
    let (first, span) = first_moment(text, 0)?;
    let rest = text.get(span.end as usize..)?;
    first_moment(rest, 0).is_none_or(|(next, _)| next.date == first.date).then_some(first.date)
}

/// The first date that is written out in `text`, with its span; `text` begins at `offset`.
fn first_moment(text: &str, offset: usize) -> Option<(Moment, Span)> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Words::new(text).take(TRIED).find_map(|word| {
        let start = word.start as usize;
        if !word.digits && !word.capital {
            return None;
        }
        let moment: Moment = text.get(start..)?.parse().ok()?;
        let year = moment.date.year().to_string();
        let end = start + text.get(start..)?.find(&year).map_or(0, |at| at + year.len());
        // Where the year comes first, the date goes on to the next space.
        let end = if text.get(start..end) == Some(&year) {
            start + text.get(start..)?.find([' ', 'T', ',']).unwrap_or(text.len() - start)
        } else {
            end
        };
        Some((moment, Span::new(offset + start, offset + end)))
    })
}

/// "/2014/02/11/", "2014-02-11" or "20140211" in an address.
fn in_url(url: &str) -> Option<Moment> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next()?;
    let mut starts = path.char_indices().filter(|&(at, _)| at > 0 && matches!(path.as_bytes()[at - 1], b'/' | b'-' | b'_'));
    let moment = |start: usize| {
        let rest = path.get(start..)?;
        let run = rest.bytes().take_while(u8::is_ascii_digit).count();
        if run != 4 && run != 8 {
            return None;
        }
        let end = rest.char_indices().find(|&(at, letter)| at > 10 || !(letter.is_ascii_digit() || matches!(letter, '/' | '-')));
        let date = rest.get(..end.map_or(rest.len(), |(at, _)| at))?.trim_end_matches(['/', '-']);
        date.parse::<Moment>().ok().filter(|moment| (1990..2100).contains(&moment.date.year()))
    };
    starts.find_map(|(start, _)| moment(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_carry_dates() {
        let day = |url| in_url(url).map(|moment| moment.date.to_string());
        for (url, expected) in [
            ("http://alder.example/2014/02/11/mill-burns/", Some("2014-02-11")),
            ("https://alder.example/news/mill-20140213,0,5218843.story", Some("2014-02-13")),
            ("https://alder.example/2014-02-13-mill.html", Some("2014-02-13")),
            ("https://alder.example/2014/mill/", None),
            ("https://alder.example/story/20149999", None),
            ("https://alder.example/?d=2014-02-13", None),
            ("", None),
        ] {
            assert_eq!(day(url).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn each_date_of_a_line_has_its_own_hour() {
        let found = |line| stamps_in(line).iter().map(|stamp| format!("{} {:?}", stamp.date, stamp.time)).collect::<Vec<_>>().join(", ");
        for (line, expected) in [
            (
                "Posted: Sunday, March 4, 2018 10:04 AM EST Updated: Monday, March 5, 2018 9:13 PM EST",
                "2018-03-04 Some(10:04:00), 2018-03-05 Some(21:13:00)",
            ),
            ("Updated: Mar 4, 2018 - 7:08 PM", "2018-03-04 Some(19:08:00)"),
            ("March 4, 2018 at 7:08 p.m.", "2018-03-04 Some(19:08:00)"),
            ("Posted 3:57 AM, March 4, 2018, by Ann Ode", "2018-03-04 Some(03:57:00)"),
            ("Published 3:04 p.m. ET March 4, 2018", "2018-03-04 Some(15:04:00)"),
            ("By Ann Ode, March 4, 2018", "2018-03-04 None"),
            ("The final score was 3:04 on March 4, 2018", "2018-03-04 None"),
            ("Posted at 3:04 p.m.", ""),
        ] {
            assert_eq!(found(line), expected, "{line}");
        }
    }

    #[test]
    fn dates_in_a_line_are_found_with_their_words() {
        let found = |text| first_moment(text, 0).map(|(moment, span)| (moment.date.to_string(), span.of(text).to_owned()));
        for (text, expected) in [
            ("Date:2025-04-13 16:40:10", Some(("2025-04-13", "2025-04-13"))),
            ("Published 3:04 p.m. ET March 3, 2018", Some(("2018-03-03", "March 3, 2018"))),
            ("Ann Ode (AP), Saturday, March 3, 2018 at noon", Some(("2018-03-03", "Saturday, March 3, 2018"))),
            ("In March 40 people died in 2018", None),
        ] {
            let expected = expected.map(|(date, words)| (date.to_owned(), words.to_owned()));
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
