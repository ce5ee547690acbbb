//! Names of countries, their capitals and peoples, states, cities, organisations: who they stand for and what contains them.
//!
//! In: names.toml. Out: the longest name at a token, with the actor and the place that it can stand for. What never happens here: a
//! decision which of the two it is where it stands.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Own, Table, rows};
use crate::text::{Name, Shape, Span, Token, WordHash, tokens};

/// What a name can stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Who acts: the country, for its capital, its people or its government.
    pub actor: Option<Name>,
    /// Where it is.
    pub place: Option<Name>,
    /// Whether it is a word for a people, which stands before a noun: "North Korean".
    pub people: bool,
    /// Whether it counts only with a point: "Ala." is Alabama, "Ala" is not.
    dotted: bool,
}

/// The further words of a name, and its entry.
type Further = (Box<[WordHash]>, u16);

/// The names of a language.
#[derive(Debug)]
pub struct Names {
    entries: Vec<Entry>,
    /// By the first word: the further words of each name and its entry, longest first.
    starts: Table<Vec<Further>>,
    /// What contains a place.
    within: Table<Name>,
    /// The places that contain others.
    wide: Table<()>,
    /// The word for a country's people.
    peoples: Table<Name>,
    /// What is short for a country.
    shorts: Table<Name>,
}

#[derive(Deserialize)]
struct File {
    shorts: String,
    countries: String,
    states: String,
    places: String,
    organisations: String,
}

impl Names {
    pub(super) fn read(toml: &str, own: &Own) -> Self {
        let file: File = rows(toml);
        let mut builder = Builder::default();
        for row in lines(&file.countries) {
            builder.country(row);
        }
        for row in lines(&file.states) {
            let (state, others) = row.split_once('|').unwrap_or((row, ""));
            let state = builder.name(state.trim());
            let united_states = builder.name("United States");
            builder.within.insert(state.to_string(), united_states);
            let entry = Entry { actor: None, place: Some(state.clone()), people: false, dotted: false };
            builder.add(&state, entry.clone());
            for other in list(others) {
                builder.add(other, Entry { dotted: !other.contains('.'), ..entry.clone() });
            }
        }
        for row in lines(&file.places) {
            let Some((container, places)) = row.split_once(':') else { continue };
            let container = builder.name(container.trim());
            for place in list(places) {
                let mut names = place.split('=').map(str::trim);
                let Some(name) = names.next().map(|name| builder.name(name)) else { continue };
                builder.within.insert(name.to_string(), container.clone());
                let entry = Entry { actor: None, place: Some(name.clone()), people: false, dotted: false };
                builder.add(&name, entry.clone());
                names.for_each(|other| builder.add(other, entry.clone()));
            }
        }
        for row in lines(&file.organisations) {
            let (name, others) = row.split_once('|').unwrap_or((row, ""));
            let name = builder.name(name.trim());
            let entry = Entry { actor: Some(name.clone()), place: None, people: false, dotted: false };
            builder.add(&name, entry.clone());
            list(others).for_each(|other| builder.add(other, entry.clone()));
        }
        for (short, country) in lines(&file.shorts).filter_map(|row| row.split_once('|')) {
            let country = builder.name(country.trim());
            builder.shorts.insert(short.trim().to_lowercase(), country);
        }
        for (alias, _) in &own.aliases {
            builder.alias(alias, &followed(alias, &own.aliases));
        }
        builder.finish()
    }

    /// The longest name that begins at the first of `tokens`: how many tokens it takes, and its number.
    pub fn at(&self, text: &str, tokens: &[Token]) -> Option<(usize, u16)> {
        let first =
            tokens.first().filter(|token| token.is_capital() || token.tail != token.hash && token.span.of(text).starts_with("al-"))?;
        let candidates = self.starts.get(first.hash)?;
        let (rest, entry) = candidates
            .iter()
            .find(|(rest, _)| tokens.len() > rest.len() && rest.iter().zip(&tokens[1..]).all(|(hash, token)| token.hash == *hash))?;
        let words = first.span.of(text);
        let dotted = self.entries.get(usize::from(*entry)).is_some_and(|entry| entry.dotted);
        // A short name in capitals is written so: "Us" and "Who" open sentences.
        let fits = if dotted { words.ends_with('.') } else { words.len() > 3 || !rest.is_empty() || first.shape == Shape::Upper };
        fits.then_some((rest.len() + 1, *entry))
    }

    /// Whether the name of someone who acts begins with the word: a country, a capital, a people, an organisation.
    pub fn begins_actor(&self, hash: WordHash) -> bool {
        let acts = |(_, entry): &Further| self.entry(*entry).is_some_and(|entry| entry.actor.is_some());
        self.starts.get(hash).is_some_and(|names| names.iter().any(acts))
    }

    /// Whether a phrase holds a name of `actor`.
    ///
    /// ```
    /// use crosscheck::lexicon::Language;
    /// let names = &Language::english().names;
    /// assert!(names.named_in("DPRK troops", "North Korea"));
    /// assert!(!names.named_in("DPRK troops", "Russia"));
    /// ```
    pub fn named_in(&self, phrase: &str, actor: &str) -> bool {
        let mut cut = Vec::new();
        tokens(phrase, &[], Span::new(0, phrase.len()), &[], &mut cut);
        let entries = (0..cut.len()).filter_map(|at| self.entry(self.at(phrase, &cut[at..])?.1));
        entries.filter_map(|entry| entry.actor.as_deref()).any(|name| name == actor)
    }

    /// What a name can stand for.
    pub fn entry(&self, number: u16) -> Option<&Entry> {
        self.entries.get(usize::from(number))
    }

    /// The place that contains `place`: the country of a state, the state of a city.
    ///
    /// ```
    /// use crosscheck::lexicon::Language;
    /// let names = &Language::english().names;
    /// assert_eq!(names.within("Kursk").map(|name| &**name), Some("Russia"));
    /// ```
    pub fn within(&self, place: &str) -> Option<&Name> {
        self.within.word(place)
    }

    /// The country that a word is short for in a text whose head names it: "the North" for North Korea.
    ///
    /// ```
    /// use crosscheck::lexicon::Language;
    /// let names = &Language::english().names;
    /// let north = crosscheck::text::hash_of("north");
    /// assert_eq!(names.short(north, "North Korea fired. The North denied it.").map(|name| &**name), Some("North Korea"));
    /// assert_eq!(names.short(north, "The North won the war."), None);
    /// ```
    pub fn short(&self, word: WordHash, text: &str) -> Option<&Name> {
        let head = || &text[..text.floor_char_boundary(text.len().min(NAMED_WITHIN))];
        self.shorts.get(word).filter(|country| head().contains(&***country))
    }

    /// Whether other places lie in a place: a state, a country.
    pub fn is_wide(&self, place: &str) -> bool {
        self.wide.word(place).is_some()
    }

    /// The word for a country's people that stands before a noun.
    ///
    /// ```
    /// use crosscheck::lexicon::Language;
    /// let names = &Language::english().names;
    /// assert_eq!(names.people("North Korea").map(|name| &**name), Some("North Korean"));
    /// ```
    pub fn people(&self, country: &str) -> Option<&Name> {
        self.peoples.word(country)
    }
}

/// Bytes at the head of a text in which it names the country that it then calls by a short name.
const NAMED_WITHIN: usize = 12_000;

#[derive(Default)]
struct Builder {
    interned: BTreeMap<String, Name>,
    entries: Vec<Entry>,
    starts: BTreeMap<String, Vec<Further>>,
    within: BTreeMap<String, Name>,
    peoples: BTreeMap<String, Name>,
    shorts: BTreeMap<String, Name>,
}

impl Builder {
    fn name(&mut self, name: &str) -> Name {
        self.interned.entry(name.to_owned()).or_insert_with(|| Name::from(name)).clone()
    }

    /// A row: country | capital | its people | other names | those that act for it.
    fn country(&mut self, row: &str) {
        let mut columns = row.split('|');
        let country = self.name(columns.next().unwrap_or(row).trim());
        let entry = Entry { actor: Some(country.clone()), place: Some(country.clone()), people: false, dotted: false };
        self.add(&country, entry.clone());
        for capital in list(columns.next().unwrap_or_default()) {
            let capital = self.name(capital);
            self.within.insert(capital.to_string(), country.clone());
            self.add(&capital, Entry { place: Some(capital.clone()), ..entry.clone() });
        }
        for people in list(columns.next().unwrap_or_default()) {
            let word = self.name(people);
            self.peoples.entry(country.to_string()).or_insert(word);
            let people_entry = Entry { place: None, people: true, ..entry.clone() };
            self.add(&format!("{people}s"), people_entry.clone());
            self.add(people, people_entry);
        }
        for other in list(columns.next().unwrap_or_default()) {
            self.add(other, entry.clone());
        }
        for office in list(columns.next().unwrap_or_default()) {
            self.add(office, Entry { place: None, ..entry.clone() });
        }
    }

    /// Adds a name; the first row that has it counts.
    fn add(&mut self, name: &str, entry: Entry) {
        let Some((key, rest)) = filed(name) else { return };
        let held = self.starts.entry(key).or_default();
        if held.iter().any(|(held, _)| *held == rest) {
            return;
        }
        held.push((rest, u16::try_from(self.entries.len()).unwrap_or(u16::MAX)));
        self.entries.push(entry);
    }

    /// Adds a desk's other name for `canonical`, in place of what it stood for. A name that no row has may be of one who acts or of a
    /// place.
    fn alias(&mut self, alias: &str, canonical: &str) {
        let known = filed(canonical).and_then(|(key, rest)| self.starts.get(&key)?.iter().find(|(held, _)| *held == rest).cloned());
        let known = known.and_then(|(_, number)| self.entries.get(usize::from(number)).cloned());
        let entry = known.unwrap_or_else(|| {
            let name = self.name(canonical);
            let entry = Entry { actor: Some(name.clone()), place: Some(name), people: false, dotted: false };
            self.add(canonical, entry.clone());
            entry
        });
        let Some((key, rest)) = filed(alias) else { return };
        if let Some(held) = self.starts.get_mut(&key) {
            held.retain(|(held, _)| *held != rest);
        }
        self.add(alias, Entry { dotted: false, ..entry });
    }

    fn finish(mut self) -> Names {
        self.starts.values_mut().for_each(|held| held.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
        Names {
            entries: self.entries,
            starts: self.starts.iter().map(|(first, held)| (first.as_str(), held.clone())).collect(),
            wide: self.within.values().map(|container| (&**container, ())).collect(),
            within: self.within.iter().map(|(place, container)| (place.as_str(), container.clone())).collect(),
            peoples: self.peoples.iter().map(|(country, people)| (country.as_str(), people.clone())).collect(),
            shorts: self.shorts.iter().map(|(short, country)| (short.as_str(), country.clone())).collect(),
        }
    }
}

/// The word that a name is filed under, in lower case, and its further words.
fn filed(name: &str) -> Option<(String, Box<[WordHash]>)> {
    let mut cut = Vec::new();
    tokens(name, &[], Span::new(0, name.len()), &[], &mut cut);
    let (first, rest) = cut.split_first()?;
    let key = first.span.of(name).trim_end_matches('.').to_lowercase();
    let part = |token: &&Token| token.is_word() || token.shape == Shape::Clitic;
    Some((key, rest.iter().filter(part).map(|token| token.hash).collect()))
}

/// Most aliases that stand for one another.
const CHAIN: usize = 8;

/// What an alias stands for in the end.
fn followed(alias: &Name, aliases: &[(Name, Name)]) -> Name {
    let next = |name: &Name| aliases.iter().find(|(alias, _)| alias == name).map(|(_, canonical)| canonical.clone());
    std::iter::successors(Some(alias.clone()), next).take(CHAIN).last().unwrap_or_else(|| alias.clone())
}

fn lines(rows: &str) -> impl Iterator<Item = &str> {
    rows.lines().map(str::trim).filter(|row| !row.is_empty())
}

fn list(items: &str) -> impl Iterator<Item = &str> {
    items.split(',').map(str::trim).filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    fn find(text: &str) -> Option<(usize, Option<String>, Option<String>)> {
        let names = &Language::english().names;
        let mut cut = Vec::new();
        tokens(text, &[], Span::new(0, text.len()), &[], &mut cut);
        let (length, entry) = names.at(text, &cut)?;
        let entry = names.entry(entry)?;
        Some((length, entry.actor.as_deref().map(str::to_owned), entry.place.as_deref().map(str::to_owned)))
    }

    #[test]
    fn names_stand_for_actors_and_places() {
        for (text, length, actor, place) in [
            ("DPRK troops", 1, Some("North Korea"), Some("North Korea")),
            ("Pyongyang sent", 1, Some("North Korea"), Some("Pyongyang")),
            ("South Koreans left", 2, Some("South Korea"), None),
            ("the Kremlin", 0, None, None),
            ("Kremlin aides", 1, Some("Russia"), None),
            ("U.N. Security Council votes", 3, Some("Security Council"), None),
            ("U.S. officials", 1, Some("United States"), Some("United States")),
            ("People's Republic of China officials", 5, Some("China"), Some("China")),
            ("Kansas City police", 2, None, Some("Kansas City")),
            ("Ala. police", 1, None, Some("Alabama")),
            ("Mass was said", 0, None, None),
            ("us all", 0, None, None),
            ("turkey sandwiches", 0, None, None),
        ] {
            let expected = (length > 0).then(|| (length, actor.map(str::to_owned), place.map(str::to_owned)));
            assert_eq!(find(text), expected, "{text}");
        }
    }
}
