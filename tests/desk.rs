//! Holds the pages about settings against the catalogue of keys and against what the program reads: docs/settings.md, the sample that
//! `crosscheck init` writes, the schema for editors, `crosscheck config show`.

#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use std::collections::BTreeSet;

use crosscheck::config::{self, KEYS, Key, Takes};
use serde_json::{Value, json};
use support::program::{Scratch, run};

/// Set to bring the generated parts up to date instead of failing.
const UPDATE: &str = "CROSSCHECK_UPDATE_DOCS";
const PAGE: &str = "docs/settings.md";
const SCHEMA: &str = "docs/schema/config.json";
const END: &str = "<!-- end -->";

fn sections() -> Vec<&'static str> {
    let mut sections: Vec<&str> = KEYS.iter().map(|key| key.section).collect();
    sections.dedup();
    sections
}

/// The rows of a section for people.
fn table(section: &str) -> String {
    let keys = KEYS.iter().filter(|key| key.section == section);
    let row = |key: &Key| {
        let name = if key.name == "*" { "any name".to_owned() } else { format!("`{}`", key.name) };
        format!("| {name} | {} | {} | {} |\n", takes(key.takes), without(key.default), key.says)
    };
    format!("| key | takes | without it | says |\n| --- | --- | --- | --- |\n{}", keys.map(row).collect::<String>())
}

fn takes(takes: Takes) -> String {
    let words = |words: &[&str]| words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", ");
    match takes {
        Takes::Text => "a string".to_owned(),
        Takes::Texts => "a list of strings".to_owned(),
        Takes::Date => "a date".to_owned(),
        Takes::Flag => "`true` or `false`".to_owned(),
        Takes::Whole(most) => format!("a whole number, 0 to {most}"),
        Takes::OneOf(list) => words(list),
        Takes::OneOfOrWhole(list, most) => format!("{} or a whole number, 0 to {most}", words(list)),
        Takes::Figure => "a string or a number".to_owned(),
        Takes::Values => "a table with `low`, and perhaps `best` and `high`".to_owned(),
        Takes::Part => "a list of a code and a number".to_owned(),
    }
}

fn without(default: &str) -> String {
    if default.starts_with('"') || default.parse::<u32>().is_ok() || default == "false" {
        format!("`{default}`")
    } else {
        default.to_owned()
    }
}

#[test]
fn the_page_of_settings_holds_every_key() {
    let mut page = support::read(PAGE);
    for section in sections() {
        let begin = format!("<!-- keys: {section} -->\n");
        let (before, rest) = page.split_once(&begin).unwrap_or_else(|| panic!("{PAGE} has no `{}`", begin.trim()));
        let (held, after) = rest.split_once(END).unwrap();
        let table = table(section);
        if std::env::var_os(UPDATE).is_none() {
            assert_eq!(held, table, "{UPDATE}=1 mends this");
        }
        page = [before, &begin, &table, END, after].concat();
    }
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(support::root().join(PAGE), page).unwrap();
    }
}

/// The blocks of TOML in the page.
fn examples() -> Vec<String> {
    let page = support::read(PAGE);
    page.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// The keys that a text sets, as the catalogue names them.
fn keys_of(text: &str) -> BTreeSet<(String, String)> {
    let sections = sections();
    let mut keys = BTreeSet::new();
    let json = as_json(toml::from_str(text).unwrap());
    for (name, value) in json.as_object().unwrap() {
        let section = sections.iter().find(|section| section.trim_end_matches(['.', '*', '[', ']']) == name).unwrap();
        let tables: Vec<&Value> = match value {
            Value::Array(tables) => tables.iter().collect(),
            table if section.ends_with(".*") => table.as_object().unwrap().values().collect(),
            table => vec![table],
        };
        for key in tables.into_iter().flat_map(|table| table.as_object().unwrap().keys()) {
            let any = KEYS.iter().any(|known| known.section == *section && known.name == "*");
            keys.insert(((*section).to_owned(), if any { "*".to_owned() } else { key.clone() }));
        }
    }
    keys
}

fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, as_json(value))).collect()),
    }
}

fn all_keys() -> BTreeSet<(String, String)> {
    KEYS.iter().map(|key| (key.section.to_owned(), key.name.to_owned())).collect()
}

#[test]
fn every_example_is_read_and_every_key_has_one() {
    let mut shown = BTreeSet::new();
    for example in examples() {
        config::read("settings.md", &example).unwrap_or_else(|error| panic!("{error}\n{example}"));
        shown.extend(keys_of(&example));
    }
    assert_eq!(shown, all_keys(), "the examples of {PAGE} and the catalogue of keys");
}

/// The sample with its settings in force: of `#key`, the sign is taken away.
fn sample() -> String {
    let scratch = Scratch::new("sample");
    let path = scratch.at("crosscheck.toml");
    assert_eq!(run(&["init", &path]).code, 0);
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(config::read("crosscheck.toml", &text).unwrap(), config::Settings::default(), "as written it sets nothing");
    let line = |line: &str| match line.strip_prefix('#') {
        Some(setting) if !setting.starts_with(' ') => setting.to_owned(),
        _ => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_sample_holds_every_section_and_is_read() {
    let sample = sample();
    config::read("crosscheck.toml", &sample).unwrap_or_else(|error| panic!("{error}"));
    let held: BTreeSet<String> = keys_of(&sample).into_iter().map(|(section, _)| section).collect();
    assert_eq!(held, sections().into_iter().map(str::to_owned).collect());
}

#[test]
fn the_schema_is_that_of_the_catalogue_and_takes_what_the_program_reads() {
    let schema = config::schema();
    let text = format!("{schema:#}\n");
    if std::env::var_os(UPDATE).is_some() {
        std::fs::create_dir_all(support::root().join("docs/schema")).unwrap();
        std::fs::write(support::root().join(SCHEMA), &text).unwrap();
    } else {
        assert_eq!(support::read(SCHEMA), text, "{UPDATE}=1 mends this");
    }
    assert_eq!(run(&["config", "schema"]).out, text);
    let validator = jsonschema::validator_for(&schema).unwrap();
    for text in examples().into_iter().chain([sample(), String::new()]) {
        let instance = as_json(toml::from_str(&text).unwrap());
        if let Err(error) = validator.validate(&instance) {
            panic!("{error} at {}\n{text}", error.instance_path());
        }
    }
    for text in
        ["[date]\n", "[dates]\nday-first = 1", "[rules]\nfigure-rage = \"off\"", "[compare]\ntolerance = 2000", "[[house]]\nfigur = 1"]
    {
        assert!(!validator.is_valid(&as_json(toml::from_str(text).unwrap())), "{text}");
        assert!(config::read("crosscheck.toml", text).is_err(), "{text}");
    }
}

#[test]
fn every_unknown_key_is_refused_with_the_nearest_one() {
    let scratch = Scratch::new("unknown");
    for key in KEYS {
        let written = if key.name == "*" { continue } else { format!("{}x", key.name) };
        let head = match key.section {
            section if section.ends_with(".*") => format!("[{}.name]", section.trim_end_matches(".*")),
            section if section.ends_with("[]") => format!("[[{}]]", section.trim_end_matches("[]")),
            section => format!("[{section}]"),
        };
        let path = scratch.file("crosscheck.toml", format!("{head}\n{written} = \"1\"\n").as_bytes());
        let error = config::read(&path, &std::fs::read_to_string(&path).unwrap()).unwrap_err().to_string();
        assert!(
            error.starts_with(&format!("unknown key `{written}`")) && error.contains(&format!("did you mean `{}`?", key.name)),
            "{error}"
        );
        assert!(error.ends_with("crosscheck.toml:2)"), "{error}");
    }
}

#[test]
fn what_holds_is_shown_with_its_source() {
    let scratch = Scratch::new("shown");
    let path = scratch.file(
        "crosscheck.toml",
        b"[dates]\nhemisphere = \"southern\"\n\n[rules]\nfigure-range = \"off\"\n\n[[house]]\ncounted = \"home\"\nplace = \"Pell\"\nfigure = 40\n[articles.\"a.txt#1\"]\npublished = 2025-03-05\n",
    );
    let shown = run(&["config", "show", "--config", &path]);
    assert_eq!((shown.code, shown.err.as_str()), (0, ""));
    let line =
        |key: &str| shown.out.lines().find(|line| line.starts_with(key)).unwrap_or_else(|| panic!("{key}\n{}", shown.out)).to_owned();
    for (key, from) in [
        ("dates.hemisphere = \"southern\"", "crosscheck.toml:2"),
        ("rules.figure-range = \"off\"", "crosscheck.toml:5"),
        ("rules.conflicting-figures = \"error\"", "default"),
        ("rules.single-origin = \"off\"", "default"),
        ("house[1].figure = 40", "crosscheck.toml:10"),
        ("articles.\"a.txt#1\".published = 2025-03-05", "crosscheck.toml:12"),
        ("compare.policy = \"range\"", "default"),
        ("format = \"full\"", "default"),
    ] {
        assert!(line(key).ends_with(from), "{key}: {}", line(key));
    }
    let json: Value = serde_json::from_str(&run(&["config", "show", "--config", &path, "--format", "json"]).out).unwrap();
    assert_eq!(json["found"], "--config");
    let settings = json["settings"].as_array().unwrap();
    let one = settings.iter().find(|setting| setting["key"] == "dates.hemisphere").unwrap();
    assert_eq!((one["value"].as_str(), one["from"].as_str()), (Some("\"southern\""), Some("file")));
    let open = settings.iter().find(|setting| setting["key"] == "dates.day-first").unwrap();
    assert_eq!((&open["value"], open["from"].as_str()), (&Value::Null, Some("default")));
    let bad = scratch.file("bad.toml", b"[dates]\nhemispher = 1\n");
    assert_eq!(run(&["config", "show", "--config", &bad]).code, 2);
}

/// An article of a batch: its name, its day, its text.
type Told<'a> = (&'a str, &'a str, &'a str);

fn report(settings: &str, told: &[Told<'_>]) -> String {
    let settings = config::read("crosscheck.toml", settings).unwrap_or_else(|error| panic!("{error}\n{settings}"));
    let documents: Vec<_> = told
        .iter()
        .flat_map(|(name, day, text)| {
            let day = if day.is_empty() { String::new() } else { format!("---\npublished: {day}\n---\n") };
            support::samples::read(name, format!("{day}{text}\n").as_bytes())
        })
        .collect();
    support::samples::as_json(&crosscheck::pipeline::run(&settings.language(), &settings, &documents, Vec::new()))
}

/// A batch for the settings that correct articles, sources and facts.
const CRASH: &[Told<'_>] = &[
    ("a.md", "2025-08-05", "Bus crash near Orle\n\nThe bus crash near Orle killed 12 people on Tuesday, police said in Orle. (KN)"),
    ("b.md", "2025-08-05", "Orle bus crash\n\nA bus crash in the hills near Orle killed 12 people on Tuesday. The road is shut. (KN)"),
    ("c.md", "2025-08-05", "Bus crash in Orle\n\nTuesday's bus crash near Orle killed 14 people. Schools in Orle stay closed."),
];

/// For each key a line that sets it, what stands around it, and a batch.
#[rustfmt::skip]
fn uses() -> Vec<(&'static str, &'static str, &'static str, &'static str, Vec<Told<'static>>)> {
    let crash = || CRASH.to_vec();
    let one = |text: &'static str| vec![("a.md", "2025-08-05", text)];
    let damage = "Mill fire in Aster\n\nKarvel Steel paid $90 million on Monday for the mill fire. The fire in Aster destroyed 41 homes.";
    let beds = || vec![
        ("a.md", "2025-03-05", "Ward closes in Orle\n\nThe closing of the ward in Orle cost 40 cots, the union of Orle nurses said."),
        ("b.md", "2025-03-05", "Orle ward closes\n\nThe closing of the ward in Orle cost 52 bunks, the union of Orle nurses said."),
    ];
    let house = "[[house]]\nwords = \"mill fire\"\nfigure = \"$120 million\"\n";
    let counted = "[[house]]\nfigure = 60\nplace = \"Aster\"\n";
    vec![
        ("articles.*", "published", "published = 2025-08-01", "[articles.\"a.md\"]\n", crash()),
        ("articles.*", "publisher", "publisher = \"Orle Mail\"", "[articles.\"a.md\"]\n", crash()),
        ("articles.*", "copy-of", "copy-of = \"b.md\"", "[articles.\"a.md\"]\n", crash()),
        ("sources.*", "reliability", "reliability = \"high\"", "[compare]\npolicy = \"priority\"\n[sources.police]\n", crash()),
        ("sources.*", "wires", "wires = \"(KN)\"", "[sources.\"Karvel News\"]\n", crash()),
        ("sources.*", "publishers", "publishers = \"orle.example\"", "[articles.\"a.md\"]\npublisher = \"orle.example\"\n[sources.\"Orle Mail\"]\n", crash()),
        ("facts[]", "same", "[[facts]]\nsame = [\"a.md:6:32\", \"b.md:6:43\"]", "", crash()),
        ("facts[]", "apart", "[[facts]]\napart = [\"a.md:6\", \"c.md:6\"]", "", crash()),
        ("house[]", "measure", "measure = \"homes\"", counted, one(damage)),
        ("house[]", "counted", "counted = \"home\"", counted, one(damage)),
        ("house[]", "place", "place = \"Brack\"", house, one(damage)),
        ("house[]", "actor", "actor = \"Brack Iron\"", house, one(damage)),
        ("house[]", "event", "event = \"evacuate\"", house, one(damage)),
        ("house[]", "words", "words = \"flood\"", "[[house]]\nplace = \"Aster\"\nfigure = \"$120 million\"\n", one(damage)),
        ("house[]", "as-of", "as-of = 2025-08-09", house, one(damage)),
        ("house[]", "note", "note = \"settled in court\"", house, one(damage)),
        ("rules", "*", "conflicting-figures = \"note\"", "[rules]\n", crash()),
        ("dates", "hemisphere", "hemisphere = \"southern\"", "[dates]\n", one("The mill was sold in the summer of 2024, he said.")),
        ("dates", "day-first", "day-first = true", "[dates]\n", one("The mill was sold on 03/10/2025, he said.")),
        ("compare", "closeness", "closeness = 1000", "[compare]\n", crash()),
        ("compare", "tolerance", "tolerance = 200", "[compare]\n", crash()),
        ("compare", "policy", "policy = \"majority\"", "[compare]\n", crash()),
        ("vague", "scale", "scale = \"acled\"", "[vague]\n", one("Dozens of people marched on Monday.")),
        ("vague", "dozens", "dozens = { low = 30 }", "[vague]\n", one("Dozens of people marched on Monday.")),
        ("vague", "scores", "scores = { low = 30 }", "[vague]\n", one("Scores of people marched on Monday.")),
        ("vague", "hundreds", "hundreds = { low = 300 }", "[vague]\n", one("Hundreds of people marched on Monday.")),
        ("vague", "thousands", "thousands = { low = 3000 }", "[vague]\n", one("Thousands of people marched on Monday.")),
        ("aliases", "*", "\"Karvel Steel\" = \"Karvel Group\"", "[aliases]\n", one("Karvel Steel sent 40 engineers to Orle.")),
        ("measures[]", "like", "like = \"bed\"", "[[measures]]\nname = \"beds\"\nheads = [\"bed\", \"cot\"]\n[[measures]]\nname = \"beds\"\nheads = \"bunk\"\n", beds()),
        ("measures[]", "people", "people = true", "[[measures]]\nname = \"keepers\"\nheads = [\"keeper\"]\n", one("The fire killed 12 keepers on Monday.")),
        ("measures[]", "counts", "counts = \"toll\"", "[[measures]]\nname = \"beds\"\nheads = [\"cot\", \"bunk\"]\n", beds()),
        ("verbs[]", "verbs", "verbs = \"smite/smote/smitten\"", "[[verbs]]\nclass = \"kill\"\nnouns = \"zapping\"\n", one("The storm smote 12 people on Monday.")),
        ("verbs[]", "nouns", "nouns = \"zapping\"", "[[verbs]]\nclass = \"kill\"\nverbs = \"zap\"\n", one("There were 12 zappings on Monday.")),
        ("verbs[]", "states", "states = \"zapped\"", "[[verbs]]\nclass = \"die\"\nnouns = \"zapping\"\n", one("The storm left 12 people zapped on Monday.")),
        ("verbs[]", "undergoer", "undergoer = \"deaths\"", "[[verbs]]\nclass = \"zap\"\nverbs = \"smite/smote/smitten\"\n", one("The storm smote 12 people on Monday.")),
        ("verbs[]", "subject", "subject = \"deaths\"", "[[verbs]]\nclass = \"fade\"\nverbs = \"wither\"\n", one("In all 12 people withered on Monday.")),
        ("units[]", "kind", "kind = \"money\"", "[[units]]\ncode = \"ZKR\"\nnames = \"zekra\"\n", one("It cost 40 zekra, he said.")),
        ("units[]", "names", "names = \"maunds\"", "[[units]]\ncode = \"maund\"\nsymbols = \"md\"\n", one("They sold 40 maunds of wheat.")),
        ("units[]", "symbols", "symbols = \"md\"", "[[units]]\ncode = \"maund\"\nnames = \"maunds\"\n", one("They sold 40 md of wheat.")),
        ("units[]", "before", "before = \"Zk\"", "[[units]]\ncode = \"ZKR\"\nkind = \"money\"\nnames = \"zekra\"\n", one("It cost Zk40, he said.")),
        ("units[]", "smaller", "smaller = [\"kg\", 100]", "[[units]]\ncode = \"maund\"\nnames = \"maunds\"\n", one("They sold 2 maunds 50 kg of wheat.")),
    ]
}

#[test]
fn every_key_does_something() {
    // What an entry can't do without is in force wherever the others of its section are.
    let needed = [
        ("house[]", "figure"),
        ("house[]", "fact"),
        ("measures[]", "name"),
        ("measures[]", "heads"),
        ("verbs[]", "class"),
        ("units[]", "code"),
    ];
    let mut used: BTreeSet<(String, String)> = needed.iter().map(|(section, key)| ((*section).to_owned(), (*key).to_owned())).collect();
    for (section, key, line, around, told) in uses() {
        // What stands around a line may say too little by itself.
        let without = if config::read("crosscheck.toml", around).is_ok() { around } else { "" };
        let same = report(&format!("{around}{line}\n"), &told) == report(without, &told);
        assert!(!same, "{section} {key}: `{line}` changes nothing");
        used.insert((section.to_owned(), key.to_owned()));
    }
    assert_eq!(used, all_keys());
}

#[test]
fn the_nearest_file_counts_alone() {
    let scratch = Scratch::new("nearest");
    scratch.file("crosscheck.toml", b"[dates]\nhemisphere = \"southern\"\n[compare]\ntolerance = 5\n");
    std::fs::create_dir_all(scratch.at("desk/today")).unwrap();
    scratch.file("desk/crosscheck.toml", b"[compare]\ntolerance = 7\n");
    let shown = |folder: &str, named: Option<&str>| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_crosscheck"));
        command.args(["config", "show", "--format", "json"]).current_dir(scratch.at(folder)).env_remove("CROSSCHECK_CONFIG");
        command.envs(named.map(|path| ("CROSSCHECK_CONFIG", path)));
        let json: Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
        let value = |key: &str| {
            let setting = json["settings"].as_array().unwrap().iter().find(|setting| setting["key"] == key).unwrap().clone();
            setting["value"].as_str().unwrap().to_owned()
        };
        (json["found"].as_str().unwrap().to_owned(), value("compare.tolerance"), value("dates.hemisphere"))
    };
    let of = |found: &str, tolerance: &str, hemisphere: &str| (found.to_owned(), tolerance.to_owned(), format!("\"{hemisphere}\""));
    assert_eq!(shown("desk/today", None), of("nearest", "7", "northern"), "a farther file adds nothing");
    assert_eq!(shown(".", None), of("nearest", "5", "southern"));
    let far = scratch.at("crosscheck.toml");
    assert_eq!(shown("desk", Some(&far)), of("CROSSCHECK_CONFIG", "5", "southern"), "the environment comes before the nearest file");
}

#[test]
fn one_draft_is_held_against_the_house_figures() {
    let scratch = Scratch::new("house");
    let settings = scratch.file(
        "crosscheck.toml",
        b"[[house]]\ncounted = \"homes\"\nplace = \"Pell Harbour\"\nfigure = \"43\"\n[[facts]]\nsame = [\"gone.md:1\", \"draft.md:1\"]\n",
    );
    let draft = scratch.file("draft.md", b"The fire destroyed 34 homes in Pell Harbour on Tuesday.\n");
    let done = run(&["check", "--config", &settings, &draft]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(done.out.contains("error[house-figure]") && done.out.contains("34, the house figure is 43"), "{}", done.out);
    assert!(done.err.contains("warning: `gone.md:1` in [[facts]] fits no figure"), "{}", done.err);
    scratch.file("draft.md", b"The fire destroyed 43 homes in Pell Harbour on Tuesday.\n");
    assert_eq!(run(&["check", "--config", &settings, &draft]).code, 0);
}
