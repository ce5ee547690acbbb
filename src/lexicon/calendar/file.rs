//! The form of `calendar.toml`. In: its rows. Out: a [`Calendar`]. What never happens here: a look at text.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::Trigger;
use super::{Calendar, Holiday, Key, Keys, Look, TimeWord};
use crate::calendar::{DayPart, Feast, Grain, Season, Unit, weekday_from_monday};
use crate::text::{WordHash, Words, hash_of};

/// `calendar.toml` as it stands.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct File {
    order: OrderOfFigures,
    months: BTreeMap<String, u8>,
    months_short: BTreeMap<String, u8>,
    weekdays: BTreeMap<String, u8>,
    weekdays_plural: BTreeMap<String, u8>,
    weekdays_short: BTreeMap<String, u8>,
    seasons: BTreeMap<String, SeasonRow>,
    units: BTreeMap<String, UnitRow>,
    units_plural: BTreeMap<String, UnitRow>,
    units_short: BTreeMap<String, UnitRow>,
    parts: BTreeMap<String, PartRow>,
    parts_plural: BTreeMap<String, PartRow>,
    quarters: BTreeMap<String, u8>,
    halves: BTreeMap<String, u8>,
    cycles: BTreeMap<String, UnitRow>,
    counts: BTreeMap<String, u16>,
    decades: BTreeMap<String, u16>,
    ordinals: BTreeMap<String, u8>,
    keys: BTreeMap<Key, Vec<String>>,
    stops: Stops,
    names: BTreeMap<String, Vec<String>>,
    models: Models,
    figures: Figures,
    remembered: Vec<RememberedRow>,
    weather: Counted,
    games: Behind,
    awards: Counted,
    papers: Before,
    other_feasts: Before,
    counted: Counted,
    results: Counted,
    tense: TenseWords,
    pub(super) holidays: Vec<HolidayRow>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct OrderOfFigures {
    day_first: bool,
}

#[derive(Deserialize)]
struct Stops {
    keys: Vec<Key>,
}

#[derive(Deserialize)]
struct Figures {
    names: Vec<String>,
}

#[derive(Deserialize)]
struct Behind {
    behind: Vec<String>,
}

#[derive(Deserialize)]
struct Before {
    before: Vec<String>,
}

#[derive(Deserialize)]
struct RememberedRow {
    month: u32,
    day: u32,
    year: i32,
    before: Vec<String>,
}

#[derive(Deserialize)]
struct Models {
    makes: Vec<String>,
}

#[derive(Deserialize)]
struct TenseWords {
    ahead: Vec<String>,
    back: Vec<String>,
}

#[derive(Deserialize)]
struct Counted {
    nouns: Vec<String>,
}

/// What is known of a feast whose day no rule tells.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum UntoldGrain {
    Day,
    Month,
}

const fn one() -> u8 {
    1
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct HolidayRow {
    pub(super) names: Vec<String>,
    fixed: Option<(u32, u32)>,
    nth: Option<(i32, u8, u32)>,
    easter: Option<i32>,
    eastern_easter: Option<i32>,
    jewish: Option<i32>,
    chinese: Option<i32>,
    untold: Option<UntoldGrain>,
    #[serde(default)]
    plus: i32,
    #[serde(default = "one")]
    lasts: u8,
    #[serde(default)]
    place: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(remote = "Season", rename_all = "kebab-case")]
enum SeasonName {
    Spring,
    Summer,
    Fall,
    Winter,
}

#[derive(Clone, Copy, Deserialize)]
struct SeasonRow(#[serde(with = "SeasonName")] Season);

#[derive(Clone, Copy, Deserialize)]
#[serde(remote = "DayPart", rename_all = "kebab-case")]
enum PartName {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

#[derive(Clone, Copy, Deserialize)]
struct PartRow(#[serde(with = "PartName")] DayPart);

#[derive(Clone, Copy, Deserialize)]
#[serde(remote = "Unit", rename_all = "kebab-case")]
#[rustfmt::skip]
enum UnitName { Second, Minute, Hour, Day, Weekend, Week, Fortnight, Month, Quarter, Season, Half, Year, Decade, Century }

#[derive(Clone, Copy, Deserialize)]
struct UnitRow(#[serde(with = "UnitName")] Unit);

impl HolidayRow {
    /// Its rule; `None` where the row gives none or more than one.
    pub(super) fn feast(&self) -> Option<Feast> {
        let grain = |grain| match grain {
            UntoldGrain::Day => Grain::Day,
            UntoldGrain::Month => Grain::Month,
        };
        let rules = [
            self.fixed.map(|(month, day)| Feast::Fixed { month, day }),
            self.nth.map(|(nth, weekday, month)| Feast::Nth { nth, weekday: weekday_from_monday(weekday), month, plus: self.plus }),
            self.easter.map(|plus| Feast::Easter { plus }),
            self.eastern_easter.map(|plus| Feast::EasternEaster { plus }),
            self.jewish.map(|plus| Feast::Jewish { plus, lasts: self.lasts }),
            self.chinese.map(|plus| Feast::Chinese { plus }),
            self.untold.map(|of| Feast::Untold(grain(of))),
        ];
        let mut told = rules.into_iter().flatten();
        told.next().filter(|_| told.next().is_none())
    }
}

impl File {
    pub(super) fn into_calendar(self) -> Calendar {
        let mut calendar = Draft::default();
        // The rows of the calendar itself stop the scan; of the abbreviations only those that are no other word.
        calendar.rows(&self.months, true, |word, month| word.month = month);
        calendar.rows(&self.months_short, true, |word, month| (word.month, word.short) = (month, true));
        calendar.rows(&self.weekdays, true, |word, weekday| word.weekday = weekday);
        calendar.rows(&self.weekdays_plural, true, |word, weekday| (word.weekday, word.plural) = (weekday, true));
        calendar.rows(&self.weekdays_short, true, |word, weekday| (word.weekday, word.short) = (weekday, true));
        calendar.rows(&self.seasons, true, |word, season| word.season = Some(season.0));
        calendar.rows(&self.units, true, |word, unit| word.unit = Some(unit.0));
        calendar.rows(&self.units_plural, true, |word, unit| (word.unit, word.plural) = (Some(unit.0), true));
        calendar.rows(&self.units_short, false, |word, unit| (word.unit, word.short) = (Some(unit.0), true));
        calendar.rows(&self.parts, true, |word, part| word.part = Some(part.0));
        calendar.rows(&self.parts_plural, true, |word, part| (word.part, word.plural) = (Some(part.0), true));
        calendar.rows(&self.quarters, true, |word, quarter| word.quarter = quarter);
        calendar.rows(&self.halves, true, |word, half| word.half = half);
        calendar.rows(&self.cycles, true, |word, unit| word.cycle = Some(unit.0));
        calendar.rows(&self.counts, true, |word, count| word.count = Some(count));
        calendar.rows(&self.decades, true, |word, decade| word.decade = decade);
        calendar.rows(&self.ordinals, true, |word, ordinal| word.ordinal = ordinal);
        for (&key, words) in &self.keys {
            let stops = self.stops.keys.contains(&key);
            for word in words {
                calendar.row(word, stops, |word| word.keys.0 |= Keys::of(&[key]).0);
            }
        }
        for row in &self.holidays {
            let Some(feast) = row.feast() else { continue };
            row.names.iter().for_each(|name| calendar.holiday(name, feast, row.place));
        }
        for word in calendar.words.values_mut() {
            word.tells = word.tells_time();
        }
        let hashes = |words: &[String]| words.iter().map(|word| (word.as_str(), ())).collect();
        // A word of both lists looks ahead: of a word named twice the last meaning counts.
        let back = self.tense.back.iter().map(|word| (word.as_str(), Look::Back));
        let ahead = self.tense.ahead.iter().map(|word| (word.as_str(), Look::Ahead));
        Calendar {
            day_first: self.order.day_first,
            words: calendar.words.iter().map(|(word, meaning)| (word.as_str(), meaning.clone())).collect(),
            names: self.names.iter().map(|(word, next)| (word.as_str(), next.iter().map(|next| hash_of(next)).collect())).collect(),
            models: hashes(&self.models.makes),
            figures: self.figures.names,
            weather: hashes(&self.weather.nouns),
            games: self.games.behind,
            awards: hashes(&self.awards.nouns),
            papers: hashes(&self.papers.before),
            other_feasts: hashes(&self.other_feasts.before),
            remembered: self
                .remembered
                .iter()
                .flat_map(|row| row.before.iter().map(|next| ((row.month, row.day, hash_of(next)), row.year)))
                .collect(),
            counted: hashes(&self.counted.nouns),
            results: hashes(&self.results.nouns),
            looks: back.chain(ahead).collect(),
            stops: calendar.stops,
        }
    }
}

/// The words while the rows are gathered: a word can stand in several.
#[derive(Default)]
struct Draft {
    words: BTreeMap<String, TimeWord>,
    stops: Vec<(String, Trigger)>,
}

impl Draft {
    fn rows<T: Copy>(&mut self, rows: &BTreeMap<String, T>, stops: bool, set: impl Fn(&mut TimeWord, T)) {
        for (word, &value) in rows {
            self.row(word, stops, |word| set(word, value));
        }
    }

    fn row(&mut self, word: &str, stops: bool, set: impl FnOnce(&mut TimeWord)) {
        set(self.words.entry(word.to_owned()).or_default());
        if stops {
            self.stops.push((word.to_owned(), Trigger::TIME));
        }
    }

    fn holiday(&mut self, name: &str, feast: Feast, place: bool) {
        // A name that holds a word at which the scan stops anyway ("memorial day") needs no stop of its own.
        let stops = !name.split(' ').any(|word| self.stops.iter().any(|(stop, _)| stop == word));
        for (index, word) in name.split(' ').enumerate() {
            self.row(word, stops && index == 0, |word| word.holiday = true);
        }
        let words: Vec<WordHash> = Words::new(name).map(|word| word.hash).collect();
        let first = name.split(' ').next().unwrap_or_default();
        let known = &mut self.words.entry(first.to_owned()).or_default().holidays;
        known.push(Holiday { words, feast, place });
        known.sort_by_key(|holiday| std::cmp::Reverse(holiday.words.len()));
    }
}
