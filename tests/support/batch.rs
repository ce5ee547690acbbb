//! Generated batches: news prose with about as many figures and dates as real news has, for benches and for tests of growth.
//!
//! In: how many articles. Out: the same articles on every run and every machine. Three to five articles tell of one event, each outlet
//! in its own order and with figures that mostly agree. What never happens here: a clock, a random number that is not computed.

use std::fmt::Write as _;

/// A generated article and what its container says about it.
#[derive(Clone, Debug)]
pub struct Sample {
    pub name: String,
    pub title: String,
    pub published: String,
    pub publisher: String,
    pub text: String,
}

impl Sample {
    /// The article as one line of JSONL.
    pub fn record(&self) -> String {
        let Self { name, title, published, publisher, text } = self;
        let text = text.replace('\n', "\\n").replace('"', "\\\"");
        format!(r#"{{"id":"{name}","title":"{title}","published":"{published}","publisher":"{publisher}","text":"{text}"}}"#)
    }
}

/// One outlet in so many has another count of the dead.
const DIFFERS: u64 = 6;

/// `count` articles, from the first on: a longer batch begins with the shorter one.
pub fn articles(count: usize) -> Vec<Sample> {
    articles_that_differ(count, DIFFERS)
}

/// `count` articles; one outlet in `one_in` has another count of the dead.
pub fn articles_that_differ(count: usize, one_in: u64) -> Vec<Sample> {
    let mut articles = Vec::with_capacity(count);
    for story in 0.. {
        let mut numbers = Numbers(story);
        let event = Event::new(&mut numbers);
        for outlet in 0..numbers.within(3, 5) {
            if articles.len() == count {
                return articles;
            }
            articles.push(event.told_by(outlet, articles.len(), one_in, &mut numbers));
        }
    }
    articles
}

/// A text of at least `bytes` bytes in which every sentence holds dates.
pub fn full_of_dates(bytes: usize) -> String {
    let mut numbers = Numbers(1);
    filled(bytes, || {
        let (year, day) = (numbers.within(1990, 2025), numbers.within(1, 28));
        let (month, other, weekday) = (numbers.pick(MONTHS), numbers.pick(MONTHS), numbers.pick(WEEKDAYS));
        match numbers.within(0, 2) {
            0 => format!("The fair ran from {month} {day}, {year}, to late {other} of the next year. "),
            1 => format!("On {weekday}, {day} {month} {year}, the bridge was shut for 11 days. "),
            _ => format!("It was moved from last {month} to {weekday} and then to the summer of {year}. "),
        }
    })
}

/// A text of at least `bytes` bytes without any figure or date.
pub fn without_dates(bytes: usize) -> String {
    let mut numbers = Numbers(2);
    filled(bytes, || format!("{} ", plain(&mut numbers, "the town")))
}

/// A sentence without a figure or a date, of words that any paper uses.
fn plain(numbers: &mut Numbers, town: &str) -> String {
    let (who, did, place) = (numbers.pick(WHO), numbers.pick(DID), numbers.pick(WHERE));
    format!("{who} {did} {place}.").replace("the town", town)
}

/// A name that hardly any two events share.
fn name(numbers: &mut Numbers) -> String {
    format!("{}{}{}", numbers.pick(HEADS), numbers.pick(MIDDLES), numbers.pick(TAILS))
}

fn filled(bytes: usize, mut sentence: impl FnMut() -> String) -> String {
    let mut text = String::with_capacity(bytes + 200);
    for count in 1.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&sentence());
        if count % 4 == 0 {
            text.push('\n');
        }
    }
    text
}

/// A kind of event: what it is called and what it did.
struct Kind {
    noun: &'static str,
    struck: &'static str,
    victims: &'static str,
}

/// What several outlets tell of.
struct Event {
    kind: &'static Kind,
    place: String,
    street: String,
    month: usize,
    day: u64,
    dead: u64,
    /// What all outlets agree on, a sentence each.
    agreed: Vec<String>,
}

impl Event {
    fn new(numbers: &mut Numbers) -> Self {
        let kind = numbers.pick(KINDS);
        let Kind { noun, victims, .. } = kind;
        let (month, day) = (usize::try_from(numbers.within(0, 11)).unwrap(), numbers.within(1, 26));
        let mayor = format!("{} {}", numbers.pick(FIRST_NAMES), name(numbers));
        let agreed = vec![
            format!("About {} people were injured, according to the regional hospital.", numbers.within(10, 400)),
            format!("The {noun} destroyed {} homes, the governor's office said in a statement.", numbers.within(5, 4000)),
            format!("Mayor {mayor} put the damage at ${} million and asked the capital for help.", numbers.within(2, 90)),
            format!("Schools will stay closed until {} {}.", MONTHS[month], day + 2),
            format!("More than {} volunteers arrived within 12 hours.", numbers.within(2, 60) * 10),
            format!("It was the third {noun} in the area since {}.", numbers.within(1990, 2020)),
            format!("The number of {victims} in shelters had fallen to {} by Thursday evening.", numbers.within(20, 900)),
            format!("Insurers expect claims to rise by {} percent this year.", numbers.within(3, 40)),
            format!("One {}-year-old woman was found alive after nearly two days.", numbers.within(19, 80)),
            format!("Several roads within {} km of the town remain blocked.", numbers.within(3, 40)),
        ];
        let place = format!("{} {}", name(numbers), numbers.pick(KINDS_OF_PLACE));
        Self { kind, place, street: name(numbers), month, day, dead: numbers.within(2, 90), agreed }
    }

    /// Every outlet keeps the first sentence and goes its own way through the rest, with about two plain sentences for each figure.
    fn told_by(&self, outlet: u64, position: usize, one_in: u64, numbers: &mut Numbers) -> Sample {
        let Self { kind: Kind { noun, struck, victims }, place, street, month, day, dead, agreed } = self;
        let dead = dead + u64::from(numbers.within(0, one_in - 1) == 0) * numbers.within(1, 9);
        let mut text = format!(
            "At least {dead} {victims} were killed when a {noun} {struck} {place} on {} {day}, officials said.\n\n",
            MONTHS[*month]
        );
        for paragraph in 0..numbers.within(5, 8) {
            text.push_str(&agreed[usize::try_from(outlet * 3 + paragraph).unwrap() % agreed.len()]);
            for _ in 0..numbers.within(1, 3) {
                text.push(' ');
                text.push_str(&plain(numbers, place));
            }
            if numbers.within(0, 2) == 0 {
                let (first, last) = (numbers.pick(FIRST_NAMES), name(numbers));
                let _ = write!(text, " \"It will take time,\" said {first} {last}, who lives on {street} Street.");
            }
            text.push_str("\n\n");
        }
        Sample {
            name: format!("article-{position:06}"),
            title: format!("{place}: {dead} dead after {noun}"),
            published: format!("2025-{:02}-{:02}", month + 1, day + outlet / 3),
            publisher: format!("The {place} {}", OUTLETS[usize::try_from(outlet).unwrap() % OUTLETS.len()]),
            text,
        }
    }
}

/// Numbers that look random and are the same on every run (the `SplitMix64` sequence).
pub struct Numbers(pub u64);

impl Numbers {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn within(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    /// One of `all`.
    pub fn pick<T>(&mut self, all: &'static [T]) -> &'static T {
        &all[usize::try_from(self.next() % all.len() as u64).unwrap()]
    }
}

const KINDS: &[Kind] = &[
    Kind { noun: "flood", struck: "swept through", victims: "people" },
    Kind { noun: "fire", struck: "tore through", victims: "residents" },
    Kind { noun: "earthquake", struck: "shook", victims: "people" },
    Kind { noun: "landslide", struck: "buried part of", victims: "villagers" },
    Kind { noun: "blast", struck: "hit a plant in", victims: "workers" },
    Kind { noun: "storm", struck: "battered", victims: "people" },
];

const HEADS: &[&str] = &["Ald", "Bren", "Cor", "Dun", "Els", "Fan", "Gor", "Hal", "Ist", "Jar", "Kel", "Lom", "Mar", "Nev", "Orl", "Pen"];
const MIDDLES: &[&str] =
    &["a", "e", "i", "o", "an", "en", "in", "on", "ar", "er", "ir", "or", "al", "el", "il", "ol", "", "um", "et", "is"];
const TAILS: &[&str] =
    &["ack", "beth", "croft", "dine", "ever", "ford", "gate", "holm", "ing", "keth", "low", "mere", "nock", "ost", "wick"];
const KINDS_OF_PLACE: &[&str] = &["Bay", "Valley", "Heights", "Island", "Junction", "Springs", "County", "Falls"];
const FIRST_NAMES: &[&str] = &["Ada", "Boris", "Carla", "Dirk", "Elin", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kira", "Luis"];
const OUTLETS: &[&str] = &["Gazette", "Mirror", "Observer", "Post", "Times-Echo"];
const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: &[&str] =
    &["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const WHO: &[&str] = &[
    "Neighbours",
    "Rescue teams",
    "Teachers",
    "The army",
    "Aid groups",
    "Many families",
    "Local officials",
    "The opposition",
    "Farmers",
    "Doctors",
    "Engineers",
    "The church",
    "Shop owners",
    "Young people",
    "The police",
    "Insurance companies",
    "The governor",
    "Volunteers",
    "Experts",
    "Residents",
    "The ministry",
    "Drivers",
    "Reporters",
    "Parents",
];
const DID: &[&str] = &[
    "brought blankets and food",
    "waited for news of their friends",
    "asked for patience",
    "spoke of a difficult night",
    "worked without a break",
    "looked for people who might still need help",
    "warned that more could follow",
    "blamed the old pipes",
    "praised the work of the crews",
    "kept away from the damaged houses",
    "set up lights and a kitchen",
    "said the alarm had come too late",
    "cleared the main road of stones",
    "wanted to know who was responsible",
    "thanked everybody who had helped",
    "carried beds and chairs into the street",
    "described how the ground had moved",
    "talked about building again",
    "listened to the radio for advice",
    "refused to leave their homes",
    "offered rooms to those who had lost theirs",
    "called for an inquiry",
    "shared tools and water",
    "held a short service",
];
const WHERE: &[&str] = &[
    "near the station",
    "behind the school",
    "on both sides of the river",
    "in the old part of the town",
    "outside the hospital",
    "at the edge of the town",
    "along the main road",
    "in front of the town hall",
    "in the hills above the town",
    "while the rain went on",
    "until it was dark",
    "though nobody had asked them to",
    "as the wind grew stronger",
    "when the worst was over",
    "without saying much",
    "and hoped for the best",
    "in spite of the cold",
    "with the help of the army",
    "after the power had come back",
    "because the bridge was closed",
    "as they had done before",
    "under a grey sky",
    "with tears in their eyes",
    "before the next storm arrived",
];
