//! What a fact is called, for a tired editor: "North Korean troops sent to Russia", "people killed in Tulsa".
//!
//! In: the claims of a fact. Out: one short phrase without a figure. What never happens here: a decision; two facts may read alike.

use std::borrow::Cow;

use super::label::{common, named};
use crate::claim::{Claim, Field, Status};
use crate::layout::Zone;
use crate::lexicon::{Agent, EventWords, Language};
use crate::mention::Kind;
use crate::text::Name;

/// Longest phrase that stands for what is counted, in bytes; past it the head noun does.
const PHRASE: usize = 60;
/// Longest title that stands for a place, in characters.
const TITLE: usize = 48;

/// What a fact is about. `title` names its story, for facts that no place tells apart.
pub(super) fn label(claims: &[&Claim], title: &str, language: &Language) -> Name {
    let class = common(claims.iter().filter_map(|claim| claim.told_event()?.class.as_ref()));
    let event = class.and_then(|class| language.labels.event(class));
    let (mut words, to) = if claims.iter().any(|claim| matches!(claim.kind, Kind::Date | Kind::Time)) {
        (dated(claims, event, language), "in")
    } else {
        let to = event.and_then(|event| event.to.as_deref()).filter(|_| !outcome(claims, language)).unwrap_or("in");
        (subject(claims, event, language), to)
    };
    let mut add = |parts: &[&str]| parts.iter().for_each(|part| words.push_str(part));
    match place(claims, title, language) {
        Some(place) => add(&[" ", to, " ", place]),
        None if !title.is_empty() => add(&[" (", &cut(title), ")"]),
        None => {}
    }
    if let Some(scope) = common(claims.iter().filter_map(|claim| claim.scope.as_ref())) {
        add(&[", ", scope]);
    }
    match status(claims) {
        Some(Status::Planned) => words.push_str(", planned"),
        Some(Status::Possible) => words.push_str(", possible"),
        _ => {}
    }
    words.into()
}

/// "North Korean troops sent", "people killed", "budget in USD".
fn subject(claims: &[&Claim], event: Option<&EventWords>, language: &Language) -> String {
    let measure = common(claims.iter().filter_map(|claim| claim.counted.as_ref()?.measure.as_ref()));
    let outcome = measure.and_then(|measure| language.labels.outcome(measure));
    let noun = noun(claims, outcome.is_some(), language);
    let changes = claims.iter().any(|claim| claim.tells_change());
    let kind = claims.first().map(|claim| claim.kind);
    let of = |what: &str| event.map_or_else(|| what.to_owned(), |event| format!("{what}, {}", event.noun));
    let noun = match (noun, kind) {
        (_, Some(Kind::Age)) => age(claims),
        // "18 % rise in price"
        (noun, Some(Kind::Percent)) if changes => match (event, noun) {
            (Some(event), Some(noun)) => format!("{} in {noun}", event.noun),
            (Some(event), None) => event.noun.to_string(),
            (None, noun) => noun.map_or_else(|| "change".to_owned(), |noun| format!("change in {noun}")),
        },
        (Some(noun), Some(Kind::Percent)) => format!("share: {noun}"),
        (Some(noun), Some(Kind::Measure | Kind::Duration)) => size(claims, noun, event, language),
        (Some(noun), _) => noun,
        (None, Some(Kind::Money)) => event.and_then(|event| event.sum.as_deref()).map_or_else(|| of("sum of money"), str::to_owned),
        (None, Some(Kind::Percent)) => of("share"),
        (None, kind) => {
            let what = match kind {
                Some(Kind::Score) => "score",
                Some(Kind::Duration) => "length of time",
                _ => quantity(claims, language).unwrap_or("figure"),
            };
            match event.map(|event| (event, event.extent.as_deref().filter(|_| kind == Some(Kind::Measure)))) {
                Some((_, Some(extent))) => format!("{what} {extent}"),
                Some((event, None)) => format!("{what}, {}", event.noun),
                None => what.to_owned(),
            }
        }
    };
    if let Some(outcome) = outcome {
        return [&*noun, outcome].join(" ");
    }
    // "Four robbers" who stole are not stolen.
    let people =
        || common(claims.iter().filter_map(|claim| Some(&claim.counted.as_ref()?.head))).is_some_and(|head| is_people(head, language));
    let event = event.filter(|event| !(event.things && people()));
    let after = event.and_then(|event| event.after_things.as_ref().filter(|_| !people()).or(event.after.as_ref()));
    let after = after.filter(|_| matches!(kind, Some(Kind::Count)));
    let noun = match actor(claims, &noun, language) {
        Some(Actor::Before(people)) => format!("{people} {noun}"),
        Some(Actor::Behind(name)) => format!("{noun} of {name}"),
        None => noun,
    };
    after.map_or_else(|| noun.clone(), |after| format!("{noun} {after}"))
}

/// What the unit of the claims measures: "weight".
fn quantity<'a>(claims: &[&Claim], language: &'a Language) -> Option<&'a str> {
    let unit = claims.iter().find_map(|claim| claim.value.as_ref()?.unit.as_deref())?;
    language.labels.quantity(unit).map(|name| &**name)
}

/// "weight of diesel", "duration of repairs", "area burned"; a noun that says what is measured stands for itself: "depth".
fn size(claims: &[&Claim], noun: String, event: Option<&EventWords>, language: &Language) -> String {
    let told = language.labels.dimension(&noun);
    let duration = claims.first().is_some_and(|claim| claim.kind == Kind::Duration);
    let what = if duration { Some("duration") } else { quantity(claims, language) };
    match (what, event.and_then(|event| event.extent.as_deref()).filter(|_| !duration)) {
        (Some(what), Some(extent)) => format!("{what} {extent}"),
        (Some(what), None) if !told && !noun.contains(what) => format!("{what} of {noun}"),
        _ => noun,
    }
}

/// "age of Ann Roe", "age of the clerk": a name says more than a noun, and a full name more than a short one.
fn age(claims: &[&Claim]) -> String {
    let owners = || claims.iter().filter_map(|claim| claim.counted.as_ref());
    let names = || owners().filter(|owner| owner.head.starts_with(char::is_uppercase)).map(|owner| &owner.phrase);
    match common(names().filter(|name| name.contains(' '))).or_else(|| common(names())) {
        Some(name) => format!("age of {name}"),
        None => common(owners().map(|owner| &owner.head)).map_or_else(|| "age".to_owned(), |noun| format!("age of the {noun}")),
    }
}

/// Whether the claims count people to whom something happened.
fn outcome(claims: &[&Claim], language: &Language) -> bool {
    claims.iter().filter_map(|claim| claim.counted.as_ref()?.measure.as_deref()).any(|measure| language.labels.outcome(measure).is_some())
}

/// What is counted: the shortest phrase of the commonest noun. Of the dead and injured the noun says who, else they are people.
fn noun(claims: &[&Claim], outcome: bool, language: &Language) -> Option<String> {
    let head = common(claims.iter().filter_map(|claim| Some(&claim.counted.as_ref()?.head)))?;
    if head == language.words.person() {
        return Some("people".to_owned());
    }
    if outcome && !is_people(head, language) {
        return Some("people".to_owned());
    }
    // A headline may write every word with a capital: a phrase of the text comes first.
    let printed = |claim: &&Claim| claim.field == Field::Title || claim.zone == Zone::Headline;
    let phrase = |headline: bool| {
        let phrases = claims.iter().filter(|claim| printed(claim) == headline).filter_map(|claim| claim.counted.as_ref());
        let phrases = phrases.filter(|counted| counted.head == *head).map(|counted| &counted.phrase);
        phrases.filter(|phrase| !phrase.is_empty() && phrase.len() <= PHRASE).min_by_key(|phrase| (phrase.len(), *phrase))
    };
    // "Turnout was 61 %": the capital is that of the sentence.
    let opens = |phrase: &str| phrase.starts_with(char::is_uppercase) && phrase.to_lowercase() == **head;
    let found = phrase(false).map(|phrase| if opens(phrase) { head.to_string() } else { plain(phrase).into_owned() });
    let found = found.or_else(|| phrase(true).map(|phrase| plain(phrase).to_lowercase()));
    Some(found.unwrap_or_else(|| head.to_string()))
}

/// Whether a noun counts people, or such as do to others what is told: "robbers".
fn is_people(head: &Name, language: &Language) -> bool {
    let lexeme = language.words.get(crate::text::hash_of(head));
    language.words.measure(&lexeme).map_or(lexeme.agent == Agent::Doer, |measure| measure.people)
}

/// Who did it, and where that stands.
enum Actor<'a> {
    Before(&'a str),
    Behind(&'a str),
}

/// The one actor that the claims name: a people before the noun, where it is not there already, else a name behind it.
fn actor<'a>(claims: &[&'a Claim], noun: &str, language: &'a Language) -> Option<Actor<'a>> {
    let actor = common(claims.iter().filter_map(|claim| Some(&claim.told_actor()?.name)))?;
    let people = language.names.people(actor);
    if noun.contains(&**actor) || people.is_some_and(|people| noun.contains(&**people)) || language.names.named_in(noun, actor) {
        return None;
    }
    match people {
        Some(people) => Some(Actor::Before(people)),
        None if actor.starts_with(char::is_uppercase) => Some(Actor::Behind(actor)),
        None => None,
    }
}

/// Where it is: of the places that contain one another the narrowest for what became of people, since that happened in one place, else
/// the widest; else the one that half of the claims name at least. Where they name different ones, none says where it is.
fn place<'a>(claims: &[&'a Claim], title: &str, language: &Language) -> Option<&'a Name> {
    let places = || claims.iter().filter_map(|claim| named(claim.place.as_ref()));
    let holds = |whole: &Name, part: &Name| {
        whole == part || std::iter::successors(language.names.within(part), |at| language.names.within(at)).take(4).any(|at| at == whole)
    };
    let narrow = outcome(claims, language);
    let holds_all = |one: &&Name| places().all(|other| if narrow { holds(other, one) } else { holds(one, other) });
    let most = |place: &&Name| places().filter(|other| other == place).count() * 2 >= places().count();
    let found = places().find(holds_all).or_else(|| common(places()).filter(most))?;
    if !narrow || !language.names.is_wide(found) {
        return Some(found);
    }
    // "People killed in Kansas" says little where the claims tell of a town, be it less surely.
    let mut towns = claims.iter().filter_map(|claim| Some(&claim.place.as_ref()?.name)).filter(|place| !holds(place, found));
    let Some(town) = towns.next() else { return Some(found) };
    let one = holds(found, town) && towns.all(|other| other == town);
    let headed = title.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() >= HEADLINE;
    if one { Some(town) } else { Some(found).filter(|_| !headed) }
}

/// Fewest words of a title that says what happened: "27 NOVEMBER, 2005" does not.
const HEADLINE: usize = 3;

/// "date of the signing", "date of North Korea's dispatch".
fn dated(claims: &[&Claim], event: Option<&EventWords>, language: &Language) -> String {
    let verb = common(claims.iter().filter_map(|claim| Some(&claim.told_event()?.verb)));
    let named = |word: &Name| language.words.event_class(&language.words.get(crate::text::hash_of(word))).is_some();
    let noun = match (event, verb) {
        (_, Some(word)) if named(word) => word.to_string(),
        (Some(event), _) => event.noun.to_string(),
        (None, Some(verb)) => format!("event (\"{verb}\")"),
        (None, None) => "event".to_owned(),
    };
    match actor(claims, &noun, language) {
        Some(Actor::Before(people)) => format!("date of the {people} {noun}"),
        Some(Actor::Behind(name)) => format!("date of the {noun} by {name}"),
        None => format!("date of the {noun}"),
    }
}

/// The status that most claims have, where it is not that it happened.
fn status(claims: &[&Claim]) -> Option<Status> {
    let statuses = || claims.iter().filter_map(|claim| Some(claim.told_event()?.status));
    [Status::Planned, Status::Possible]
        .into_iter()
        .find(|status| statuses().filter(|other| other == status).count() * 2 > statuses().count())
}

/// A title, cut at a word.
fn cut(title: &str) -> Cow<'_, str> {
    let title = plain(title);
    if title.len() <= TITLE || title.chars().count() <= TITLE {
        return title;
    }
    let room: String = title.chars().take(TITLE - 1).collect();
    Cow::Owned(format!("{}…", room.rfind(' ').map_or(&*room, |at| &room[..at])))
}

/// A text with one space between words; mostly it has been written so.
fn plain(text: &str) -> Cow<'_, str> {
    let (mut before, mut spaced) = (b' ', true);
    for byte in text.bytes() {
        spaced &= byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
    }
    if spaced && before != b' ' || text.is_empty() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Accumulation, Counted, Event, Told};
    use crate::text::{Few, Span};

    /// A claim's noun, phrase, measure, class of event, actor, place.
    type Card<'a> = [&'a str; 6];

    fn claim(card: Card<'_>, status: Status) -> Claim {
        let told = |name: &str| (!name.is_empty()).then(|| Told { name: name.into(), weight: 900 });
        let [head, phrase, measure, class, actor, place] = card;
        Claim {
            article: crate::article::Id::default(),
            field: Field::Text,
            span: Span::default(),
            sentence: Span::default(),
            zone: Zone::Body,
            kind: Kind::Count,
            value: None,
            converted: None,
            date: None,
            counted: Some(Counted { head: head.into(), phrase: phrase.into(), measure: (!measure.is_empty()).then(|| measure.into()) }),
            event: (!class.is_empty()).then(|| Event { verb: class.into(), class: Some(class.into()), status, weight: 900 }),
            actor: told(actor),
            place: told(place),
            as_of: None,
            accumulation: Accumulation::Unknown,
            scope: None,
            attribution: Few::new(),
            evidence: Few::new(),
        }
    }

    fn label_of(claims: &[Claim], title: &str) -> String {
        label(&claims.iter().collect::<Vec<_>>(), title, Language::english()).to_string()
    }

    #[test]
    fn labels_read_as_an_editor_would_write_them() {
        let happened = |cards: &[Card<'_>]| cards.iter().map(|card| claim(*card, Status::Happened)).collect::<Vec<_>>();
        let troops = happened(&[
            ["troop", "troops", "troops", "send", "North Korea", "Russia"],
            ["personnel", "personnel", "troops", "send", "North Korea", ""],
            ["troop", "DPRK troops", "troops", "send", "North Korea", "Kursk"],
        ]);
        assert_eq!(label_of(&troops, "x"), "North Korean troops sent to Russia");
        let dead = happened(&[["death", "deaths", "deaths", "die", "", "Tulsa"], ["body", "bodies", "deaths", "", "", ""]]);
        assert_eq!(label_of(&dead, "x"), "people killed in Tulsa");
        let called = happened(&[["troop", "DPRK troops", "troops", "send", "North Korea", "Russia"]]);
        assert_eq!(label_of(&called, "x"), "DPRK troops sent to Russia");
        let robbers = happened(&[["robber", "robbers", "", "steal", "", "Harrow"]]);
        assert_eq!(label_of(&robbers, "x"), "robbers in Harrow");
        let workers = happened(&[["worker", "mill workers", "deaths", "kill", "", ""]]);
        assert_eq!(label_of(&workers, "Fire at Aster mill"), "mill workers killed (Fire at Aster mill)");
        let homes = happened(&[["home", "homes", "homes", "destroy", "", "Pell Harbour"]]);
        assert_eq!(label_of(&homes, ""), "homes destroyed in Pell Harbour");
        let injured = |places: [&str; 3]| happened(&places.map(|place| ["person", "people", "injuries", "injure", "", place]));
        let of_fire = "Alder mill burns again";
        assert_eq!(label_of(&injured(["Kansas", "Wichita", "Wichita"]), of_fire), "people injured in Wichita");
        assert_eq!(label_of(&injured(["Kansas", "Kansas", ""]), of_fire), "people injured in Kansas");
        assert_eq!(label_of(&injured(["Kansas", "Wichita", "Topeka"]), of_fire), "people injured (Alder mill burns again)");
        assert_eq!(label_of(&injured(["Alder", "Brack", "Alder"]), of_fire), "people injured in Alder");
        assert_eq!(label_of(&injured(["Alder", "Brack", "Corran"]), of_fire), "people injured (Alder mill burns again)");
        // Of two that disagree beside a state, with a title that says nothing.
        let weak = |places: [&str; 2]| {
            let mut claims = injured(["Kansas", places[0], places[1]]);
            claims[1..].iter_mut().filter_map(|claim| claim.place.as_mut()).for_each(|told| told.weight = 100);
            claims
        };
        assert_eq!(label_of(&weak(["Wichita", "Wichita"]), of_fire), "people injured in Wichita");
        assert_eq!(label_of(&weak(["Wichita", "the park"]), of_fire), "people injured (Alder mill burns again)");
        assert_eq!(label_of(&weak(["Wichita", "the park"]), "3 MARCH, 2025"), "people injured in Kansas");
        let planned =
            [claim(["engineer", "engineers and construction workers", "engineers", "send", "North Korea", "Kursk"], Status::Planned)];
        assert_eq!(label_of(&planned, ""), "North Korean engineers and construction workers sent to Kursk, planned");
    }
}
