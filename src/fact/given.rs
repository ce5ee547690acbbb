//! What a desk says of facts: claims that are of one fact, and claims that never are.
//!
//! In: names of claims as a person writes them, the batch's claims. Out: which claims they are, and what could not be followed. What never
//! happens here: a guess; a line with several figures of one kind is no name.

use std::collections::{BTreeMap, BTreeSet};

use super::clue::Clue;
use super::group::Batch;
use super::{NotCompared, Settings};
use crate::article;
use crate::claim::{self, Claim, Field};
use crate::lexicon::Language;
use crate::text::{Lines, Name};
use crate::value::Value;

/// Claims as a desk names them: `c_7f3a…`, `a.txt:12`, `a.txt:12:40`, `a.txt title`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: Name,
    /// Where it is written: `crosscheck.toml:12`.
    pub at: Name,
}

/// A name that could not be followed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unmet {
    /// The name.
    pub name: Name,
    /// Where it is written.
    pub at: Name,
    /// Why, as a sentence part.
    pub because: &'static str,
}

/// Why claims that the settings part are not compared.
const KEPT_APART: &str = "kept apart by the settings";
const NOTHING: &str = "fits no figure or date of this batch";
const SEVERAL: &str = "holds several figures of one kind; name one by its column or its claim's id";
const UNLIKE: &str = "can't be of one fact with the others: not both figures in units of one kind, or both dates";
const PARTED: &str = "is kept apart from the others by the settings too; kept apart";
/// Letters of a claim's id that name it, at least.
const ID: usize = 8;

/// A name, and the claims that it fits.
type Fitting<'a> = (&'a Named, Vec<claim::Id>);

/// The claims that the names of the settings fit, entry by entry.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    same: Vec<Vec<Fitting<'a>>>,
    apart: Vec<Vec<Fitting<'a>>>,
    /// All claims of `same`.
    joined: BTreeSet<claim::Id>,
}

impl<'a> Found<'a> {
    /// Looks the names up.
    pub(super) fn of(batch: Batch<'_>, settings: &'a Settings) -> Self {
        let mut finder = Finder { batch, keys: None, files: None };
        let mut find = |names: &'a Vec<Named>| names.iter().map(|named| (named, finder.find(&named.name))).collect();
        let same: Vec<Vec<Fitting<'_>>> = settings.same.iter().map(&mut find).collect();
        let joined = same.iter().flatten().flat_map(|(_, claims)| claims.iter().copied()).collect();
        Self { same, apart: settings.apart.iter().map(&mut find).collect(), joined }
    }

    /// Whether an entry that joins claims names this one: it then is of a fact even where no word tells which.
    pub(super) fn joins(&self, id: claim::Id) -> bool {
        self.joined.contains(&id)
    }
}

/// What the settings say of the claims of a batch.
#[derive(Debug, Default)]
pub(super) struct Given {
    same: Vec<Vec<claim::Id>>,
    /// Each pair, the first claim first.
    apart: BTreeSet<(claim::Id, claim::Id)>,
    /// All claims of `same`.
    held: BTreeSet<claim::Id>,
    /// Claims of each entry that keeps some apart.
    parted: Vec<Vec<claim::Id>>,
    pub(super) unmet: Vec<Unmet>,
}

impl Given {
    /// Tells what the settings say of claims that have a clue.
    pub(super) fn of(found: &Found<'_>, clues: &[Clue<'_>], language: &Language) -> Self {
        let mut given = Self::default();
        if found.same.is_empty() && found.apart.is_empty() {
            return given;
        }
        let clue_of: BTreeMap<claim::Id, &Clue<'_>> = clues.iter().map(|clue| (clue.id, clue)).collect();
        for names in &found.apart {
            let found = given.clued(names, &clue_of);
            let mut parted = BTreeSet::new();
            for (at, one) in found.iter().enumerate() {
                for (a, b) in found[at + 1..].iter().flat_map(|other| one.iter().flat_map(move |a| other.iter().map(move |b| (*a, *b)))) {
                    given.apart.insert((a.min(b), a.max(b)));
                    if clue_of[&a].subject == clue_of[&b].subject {
                        parted.extend([a, b]);
                    }
                }
            }
            given.parted.push(parted.into_iter().collect());
        }
        for names in &found.same {
            let claims = given.clued(names, &clue_of);
            if let Some((last, _)) = names.last().filter(|_| claims.len() > 1) {
                given.join(last, &claims, &clue_of, language);
            }
        }
        given.held = given.same.iter().flatten().copied().collect();
        given
    }

    /// The claims with a clue that each of the names fits, those that fit none left out.
    fn clued(&mut self, names: &[Fitting<'_>], clue_of: &BTreeMap<claim::Id, &Clue<'_>>) -> Vec<Vec<claim::Id>> {
        let mut found = Vec::new();
        for (named, claims) in names {
            let claims: Vec<claim::Id> = claims.iter().copied().filter(|id| clue_of.contains_key(id)).collect();
            if claims.is_empty() {
                self.unmet.push(unmet(named, NOTHING));
            } else {
                found.push(claims);
            }
        }
        found
    }

    /// Joins what the names of one entry fit: the one claim of each, or of each the one of a subject that all of them have.
    fn join(&mut self, last: &Named, found: &[Vec<claim::Id>], clue_of: &BTreeMap<claim::Id, &Clue<'_>>, language: &Language) {
        let claim = |id: &claim::Id| clue_of[id].claim;
        let mut joined: Vec<Vec<claim::Id>> = Vec::new();
        if let Some(ones) = each(found, |_| true) {
            joined.push(ones);
        } else {
            let subjects: BTreeSet<u64> = found[0].iter().map(|id| clue_of[id].subject).collect();
            let of = |subject: u64| each(found, |id| clue_of[id].subject == subject && !clue_of[id].partial());
            joined.extend(subjects.into_iter().filter_map(of));
        }
        if joined.is_empty() {
            joined.extend(each(found, |id| claim(id).value.is_some()));
        }
        if joined.is_empty() {
            self.unmet.push(unmet(last, SEVERAL));
        }
        for claims in joined {
            let parted = |one: &claim::Id| claims.iter().any(|other| self.apart(*one, *other));
            if !claims.windows(2).all(|pair| comparable(claim(&pair[0]), claim(&pair[1]), language)) {
                self.unmet.push(unmet(last, UNLIKE));
            } else if claims.iter().any(parted) {
                self.unmet.push(unmet(last, PARTED));
            } else {
                self.same.push(claims);
            }
        }
    }

    /// Whether the settings keep two claims apart.
    pub(super) fn apart(&self, one: claim::Id, other: claim::Id) -> bool {
        !self.apart.is_empty() && self.apart.contains(&(one.min(other), one.max(other)))
    }

    /// Whether the settings keep a claim apart from any of the others.
    pub(super) fn apart_from(&self, one: claim::Id, others: &[claim::Id]) -> bool {
        !self.apart.is_empty() && others.iter().any(|&other| self.apart(one, other))
    }

    /// Whether the settings say that two claims are of one fact.
    pub(super) fn same(&self, one: claim::Id, other: claim::Id) -> bool {
        self.holds(one) && self.holds(other) && self.same.iter().any(|claims| claims.contains(&one) && claims.contains(&other))
    }

    /// Whether a claim is in a fact because the settings say so.
    pub(super) fn holds(&self, id: claim::Id) -> bool {
        self.held.contains(&id)
    }

    /// The groups, those of claims of one fact joined. Groups that hold claims that are kept apart stay so.
    pub(super) fn join_groups(&self, mut groups: Vec<Vec<usize>>, clues: &[Clue<'_>]) -> Vec<Vec<usize>> {
        if self.same.is_empty() {
            return groups;
        }
        let in_group = |(number, group): (usize, &Vec<usize>)| {
            let held: Vec<_> = group.iter().map(|&at| clues[at].id).filter(|id| self.holds(*id)).map(|id| (id, number)).collect();
            held
        };
        let mut group_of: BTreeMap<claim::Id, usize> = groups.iter().enumerate().flat_map(in_group).collect();
        for claims in &self.same {
            let numbers: BTreeSet<usize> = claims.iter().filter_map(|id| group_of.get(id)).copied().collect();
            let mut joined: Vec<usize> = Vec::new();
            for number in numbers {
                let parted = |other: usize| {
                    let pairs = groups[other].iter().flat_map(|&a| groups[number].iter().map(move |&b| (a, b)));
                    pairs.into_iter().any(|(a, b)| self.apart(clues[a].id, clues[b].id))
                };
                let Some(&into) = joined.iter().find(|&&other| !parted(other)) else {
                    joined.push(number);
                    continue;
                };
                let moved = std::mem::take(&mut groups[number]);
                groups[into].extend(moved);
                groups[into].sort_unstable();
                for group in group_of.values_mut().filter(|group| **group == number) {
                    *group = into;
                }
            }
        }
        groups.retain(|group| !group.is_empty());
        groups
    }

    /// What is not compared because the settings say so.
    pub(super) fn not_compared(&self) -> impl Iterator<Item = NotCompared> {
        let parted = self.parted.iter().filter(|claims| !claims.is_empty());
        parted.map(|claims| NotCompared { claims: claims.clone(), because: KEPT_APART.to_owned() })
    }
}

fn unmet(named: &Named, because: &'static str) -> Unmet {
    Unmet { name: named.name.clone(), at: named.at.clone(), because }
}

/// Of each list the one claim that fits, where each has exactly one.
fn each(found: &[Vec<claim::Id>], fits: impl Fn(&claim::Id) -> bool) -> Option<Vec<claim::Id>> {
    let one = |ids: &Vec<claim::Id>| {
        let mut fitting = ids.iter().copied().filter(|id| fits(id));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    found.iter().map(one).collect()
}

/// Whether two claims can be held against each other at all.
fn comparable(one: &Claim, other: &Claim, language: &Language) -> bool {
    match (&one.value, &other.value) {
        (Some(a), Some(b)) => dimension(a, language) == dimension(b, language) && a.per == b.per,
        (None, None) => true,
        _ => false,
    }
}

/// What the unit of a figure measures.
fn dimension<'a>(value: &'a Value, language: &'a Language) -> Option<&'a str> {
    value.unit.as_deref().map(|unit| language.units.dimension(unit))
}

/// Finds the claims that a name fits.
struct Finder<'a> {
    batch: Batch<'a>,
    /// Every claim by its id, once one is asked for.
    keys: Option<BTreeMap<String, claim::Id>>,
    /// The names of the articles' files, sorted, once one is asked for.
    files: Option<Vec<(&'a str, usize)>>,
}

impl<'a> Finder<'a> {
    fn find(&mut self, name: &str) -> Vec<claim::Id> {
        if name.starts_with("c_") && name.len() >= ID {
            return self.by_key(name).into_iter().collect();
        }
        if let Some(doc) = name.strip_suffix(" title") {
            return self.of_article(doc, |claim, _| claim.field == Field::Title);
        }
        let Some((front, last)) = numbered(name) else { return Vec::new() };
        let on_line = self.of_article(front, |claim, position| claim.field == Field::Text && position.0 == last);
        match numbered(front) {
            Some((doc, line)) if on_line.is_empty() => {
                self.of_article(doc, |claim, position| claim.field == Field::Text && position == (line, last))
            }
            _ => on_line,
        }
    }

    /// The claim whose id begins so, where it is the only one.
    fn by_key(&mut self, start: &str) -> Option<claim::Id> {
        let Batch { claims, articles, .. } = self.batch;
        let key = |(index, claim): (usize, &Claim)| {
            let doc = &articles.get(claim.article.0 as usize)?.doc;
            Some((claim::key(doc, claim.field, claim.span), claim::Id(u32::try_from(index).ok()?)))
        };
        let keys = self.keys.get_or_insert_with(|| claims.iter().enumerate().filter_map(key).collect());
        let mut fitting = keys.range(start.to_owned()..).take_while(|(key, _)| key.starts_with(start));
        let (_, id) = fitting.next()?;
        fitting.next().is_none().then_some(*id)
    }

    /// The claims of the article that a name fits; `fits` is asked with line and column in its text.
    fn of_article(&mut self, doc: &str, fits: impl Fn(&Claim, (u32, u32)) -> bool) -> Vec<claim::Id> {
        let Batch { claims, texts, .. } = self.batch;
        let Some(id) = self.article(doc) else { return Vec::new() };
        let Some(text) = texts.get(id.0 as usize) else { return Vec::new() };
        let lines = Lines::new(text);
        let from = claims.partition_point(|claim| claim.article < id);
        let own = claims.iter().enumerate().skip(from).take_while(|(_, claim)| claim.article == id);
        let fitting = own.filter(|(_, claim)| fits(claim, lines.position(text, claim.span.start)));
        fitting.filter_map(|(index, _)| Some(claim::Id(u32::try_from(index).ok()?))).collect()
    }

    /// The article of this name; else the only one whose file's name is this, or begins so up to a sign, as reports print names.
    fn article(&mut self, doc: &str) -> Option<article::Id> {
        let articles = self.batch.articles;
        let id = |at: usize| u32::try_from(at).ok().map(article::Id);
        if let Ok(at) = articles.binary_search_by(|article| (*article.doc).cmp(doc)) {
            return id(at);
        }
        let files = self.files.get_or_insert_with(|| {
            let mut files: Vec<(&'a str, usize)> = articles.iter().map(|article| file(&article.doc)).zip(0..).collect();
            files.sort_unstable();
            files
        });
        let (start, part) = part(doc);
        let fits = |rest: &str, name: &str| !rest.starts_with(char::is_alphanumeric) && self::part(name).1 == part;
        let from = files.partition_point(|(file, _)| *file < start);
        let of_file = files[from..].iter().map_while(|&(file, at)| Some((file.strip_prefix(start)?, at)));
        let from = articles.partition_point(|article| *article.doc < *start);
        let of_path = articles[from..].iter().zip(from..).map_while(|(article, at)| Some((article.doc.strip_prefix(start)?, at)));
        let mut fitting = of_file.chain(of_path).filter(|(rest, at)| !start.is_empty() && fits(rest, &articles[*at].doc));
        let (_, at) = fitting.next()?;
        fitting.all(|(_, other)| other == at).then(|| id(at)).flatten()
    }
}

/// The file's name in a path.
fn file(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// What stands before the last colon, and the number behind it.
fn numbered(name: &str) -> Option<(&str, u32)> {
    let (front, number) = name.rsplit_once(':')?;
    Some((front, number.parse().ok()?))
}

/// A document's name and the number of the article in it: `a.txt#2`.
fn part(doc: &str) -> (&str, &str) {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    doc.rsplit_once('#').filter(|(_, part)| number(part)).unwrap_or((doc, ""))
}
