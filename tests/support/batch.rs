//! Generated batches: news prose with about as many figures and dates as real news has, for benches and for tests of growth.
//!
//! In: how many articles. Out: the same articles on every run and every machine. Three to five articles tell of one event, each outlet
//! in its own order and with figures that mostly agree. What never happens here: a clock, a random number that is not computed.

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

/// `count` articles, from the first on: a longer batch begins with the shorter one.
pub fn articles(count: usize) -> Vec<Sample> {
    let mut articles = Vec::with_capacity(count);
    for story in 0.. {
        let mut numbers = Numbers(story);
        let event = Event::new(&mut numbers);
        for outlet in 0..numbers.within(3, 5) {
            if articles.len() == count {
                return articles;
            }
            articles.push(event.told_by(outlet, articles.len(), &mut numbers));
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
    filled(bytes, || format!("{} ", numbers.pick(PLAIN)))
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

/// What several outlets tell of.
struct Event {
    place: String,
    mayor: String,
    kind: &'static Kind,
    month: usize,
    day: u64,
    dead: u64,
    hurt: u64,
    homes: u64,
    money: u64,
}

/// A kind of event: what it is called and what it did.
struct Kind {
    noun: &'static str,
    struck: &'static str,
    victims: &'static str,
}

impl Event {
    fn new(numbers: &mut Numbers) -> Self {
        Self {
            place: format!("{}{} {}", numbers.pick(HEADS), numbers.pick(TAILS), numbers.pick(KINDS_OF_PLACE)),
            mayor: format!("{} {}{}", numbers.pick(FIRST_NAMES), numbers.pick(HEADS), numbers.pick(TAILS)),
            kind: numbers.pick(KINDS),
            month: usize::try_from(numbers.within(0, 11)).unwrap(),
            day: numbers.within(1, 26),
            dead: numbers.within(2, 90),
            hurt: numbers.within(10, 400),
            homes: numbers.within(5, 4000),
            money: numbers.within(2, 90),
        }
    }

    fn told_by(&self, outlet: u64, position: usize, numbers: &mut Numbers) -> Sample {
        let Self { place, mayor, kind, month, day, dead, hurt, homes, money } = self;
        let Kind { noun, struck, victims } = kind;
        let month_name = MONTHS[*month];
        // One outlet in six has another count of the dead.
        let dead = dead + u64::from(numbers.within(0, 5) == 0) * numbers.within(1, 9);
        let figures = [
            format!("At least {dead} {victims} were killed when a {noun} {struck} {place} on {month_name} {day}, officials said."),
            format!("About {hurt} people were injured, according to the regional hospital."),
            format!("The {noun} destroyed {homes} homes, the governor's office said in a statement."),
            format!("Mayor {mayor} put the damage at ${money} million and asked the capital for help."),
            format!("Schools will stay closed until {month_name} {}.", day + 2),
            format!("More than {} volunteers arrived within 12 hours.", numbers.within(2, 60) * 10),
            format!("It was the third {noun} in the area since {}.", numbers.within(1990, 2020)),
            format!("The number of {victims} in shelters had fallen to {} by Thursday evening.", numbers.within(20, 900)),
            format!("Insurers expect claims to rise by {} percent this year.", numbers.within(3, 40)),
            format!("One {}-year-old woman was found alive after nearly two days.", numbers.within(19, 80)),
            format!("Several roads within {} km of the town remain blocked.", numbers.within(3, 40)),
        ];
        let mut text = format!("{}\n\n", figures[0]);
        // Every outlet keeps the first sentence and goes its own way through the rest, with about two plain sentences for each figure.
        for paragraph in 0..numbers.within(5, 8) {
            let next = 1 + usize::try_from((outlet * 3 + paragraph) % 10).unwrap();
            text.push_str(&figures[next]);
            for _ in 0..numbers.within(1, 3) {
                text.push(' ');
                text.push_str(&numbers.pick(PLAIN).replace("the town", place));
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
const TAILS: &[&str] =
    &["ack", "beth", "croft", "dine", "ever", "ford", "gate", "holm", "ing", "keth", "low", "mere", "nock", "ost", "wick"];
const KINDS_OF_PLACE: &[&str] = &["Bay", "Valley", "Heights", "Island", "Junction", "Springs", "County", "Falls"];
const FIRST_NAMES: &[&str] = &["Ada", "Boris", "Carla", "Dirk", "Elin", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kira", "Luis"];
const OUTLETS: &[&str] = &["Gazette", "Mirror", "Observer", "Post", "Times-Echo"];
const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: &[&str] =
    &["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const PLAIN: &[&str] = &[
    "Neighbours brought blankets, soup and whatever tools they had in their sheds.",
    "The road along the river was blocked by fallen trees, and crews had to work their way in on foot.",
    "A spokesman for the ministry said that nothing had pointed to danger on the evening before.",
    "\"We heard a noise like a truck that would not stop,\" said a baker who lives near the station.",
    "Power was back in most parts of the town by nightfall, though the water still had to be boiled.",
    "Experts have warned for a long time that the slopes above the town were built on too densely.",
    "The cause is under investigation, and the prosecutor has asked witnesses to come forward.",
    "Shops around the main square stayed shut while engineers looked for cracks in the walls.",
    "Relatives waited outside the gymnasium, where a list of names was pinned to the door.",
    "The opposition accused the government of having saved on the wrong things.",
    "Aid groups set up kitchens in the car park of the stadium and asked for donations of clothes.",
    "The bishop held a service in the open air, since the church could not be entered.",
    "Insurance companies sent their people from door to door with tablets and tape measures.",
    "Trains were diverted over the old line, which had not been used for passengers in a generation.",
    "Children drew pictures of the rescue dogs and hung them on the fence of the fire station.",
    "The governor flew over the area by helicopter and thanked the soldiers for their work.",
    "Farmers in the hills lost contact with their herds when the bridges went down.",
    "A teacher who had kept her class together on the roof was greeted with applause.",
    "The army brought in generators, and radio amateurs kept the town in touch with the outside.",
    "Local officials would not say whether the alarm had gone off in time.",
    "Residents were told to keep away from the old quarter until the chimneys had been made safe.",
    "The prime minister cut short a journey abroad and promised help without red tape.",
];
