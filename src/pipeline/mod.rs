//! The one file that names every stage: documents in, a report out.
//!
//! In: the documents of a batch, and where there is an archive, articles of earlier ones. Out: cards, or a report. What never happens
//! here: a stage's own work. Read [`run`] first; `earlier.rs` says which earlier articles count, and how.

mod earlier;

pub use earlier::{Archived, Earlier, content, page, version};

use rayon::prelude::*;

use crate::article::{self, Article};
use crate::calendar::DayInterval;
use crate::claim::{self, Claim, Field};
use crate::config::Settings;
use crate::fact;
use crate::layout::{self, Zone};
use crate::lexicon::Language;
use crate::mention;
use crate::origin::{self, Origins};
use crate::report::{self, Report, Unread};
use crate::rules::{self, Case};
use crate::source::Document;
use crate::story::{self, EventDays, Story};
use crate::text::{Folded, Name, Shared};
use crate::value;
use crate::verdict;

/// What is kept of an article once its text has been read: everything that later stages need.
#[derive(Clone, Debug)]
pub struct Card {
    /// The article, spans in the text as given.
    pub article: Article,
    /// The text of its document, as given.
    pub text: Name,
    /// Its claims in order, furniture included.
    pub claims: Vec<Claim>,
    /// What tells its story and its copies; only where articles are to be matched.
    pub traits: Option<Traits>,
}

impl Card {
    /// Says to the claims which article of the batch is theirs.
    fn number(&mut self, index: usize) {
        let id = article::Id(u32::try_from(index).unwrap_or(u32::MAX));
        self.claims.iter_mut().for_each(|claim| claim.article = id);
    }
}

/// What is kept of an article to match it with others.
#[derive(Clone, Debug, Default)]
pub struct Traits {
    /// What tells its story.
    pub terms: story::Terms,
    /// What tells its copies.
    pub sketch: origin::Sketch,
}

/// Reads every article of a batch, in parallel. Cards are ordered by the articles' names.
pub fn extract(language: &Language, settings: &Settings, documents: &[Document]) -> Vec<Card> {
    let mut cards: Vec<Card> = documents.par_iter().flat_map_iter(|document| cards(language, settings, document)).collect();
    cards.sort_by(|a, b| a.article.doc.cmp(&b.article.doc));
    for (index, card) in cards.iter_mut().enumerate() {
        card.number(index);
    }
    cards
}

/// Documents that are read before what they hold is put away: enough for every thread, few enough that little stands twice in memory.
const AT_ONCE: usize = 1024;

/// Reads a batch for comparison: articles by name, their claims but for furniture, and what matches each with others.
fn read(language: &Language, settings: &Settings, documents: &[Document]) -> (Case, Vec<Traits>) {
    let (mut case, mut traits) = (Case::default(), Vec::with_capacity(documents.len()));
    let mut put_away = |documents: &mut Vec<&Document>| {
        let read = |document: &Document| read_cards(language, settings, document, true);
        let mut cards: Vec<Card> = std::mem::take(documents).into_par_iter().flat_map_iter(read).collect();
        cards.sort_by(|a, b| a.article.doc.cmp(&b.article.doc));
        let mut names = Shared::default();
        for mut card in cards {
            card.number(case.articles.len());
            card.article.publisher.iter_mut().for_each(|name| names.share(name));
            card.claims.iter_mut().for_each(|claim| claim.share(&mut names));
            case.articles.push(card.article);
            case.texts.push(card.text);
            case.claims.extend(card.claims.into_iter().filter(|claim| !matches!(claim.zone, Zone::Furniture(_))));
            traits.push(card.traits.unwrap_or_default());
        }
    };
    let mut order: Vec<&Document> = documents.iter().collect();
    order.sort_by(|a, b| a.name.cmp(&b.name));
    // Articles of one document begin with its name, so only documents whose names do may hold articles that stand between them.
    let (mut waiting, mut begins) = (Vec::new(), "");
    for document in order {
        if waiting.is_empty() || !document.name.starts_with(begins) {
            begins = &document.name;
            if waiting.len() >= AT_ONCE {
                put_away(&mut waiting);
            }
        }
        waiting.push(document);
    }
    put_away(&mut waiting);
    (case, traits)
}

/// The articles of one document.
pub fn cards(language: &Language, settings: &Settings, document: &Document) -> Vec<Card> {
    read_cards(language, settings, document, false)
}

fn read_cards(language: &Language, settings: &Settings, document: &Document, matched: bool) -> Vec<Card> {
    let folded = Folded::new(&document.text);
    let text = folded.text();
    let mentions = mentioned(language, settings, &folded);
    layout::read(language, document, &folded)
        .into_iter()
        .map(|laid| {
            let inside = article_mentions(&mentions, &laid);
            let article = article::read(language, &settings.articles, document, &laid, text, inside);
            let title = document.title.as_ref().map(|title| Folded::new(title));
            let titled = title.as_ref().map(|title| mentioned(language, settings, title)).unwrap_or_default();
            let mut claims = Vec::with_capacity(titled.len() + inside.len());
            if let Some(title) = &title {
                claim::read_into(language, &article, Field::Title, title, &titled, settings.claims, &mut claims);
            }
            claim::read_into(language, &article, Field::Text, &folded, inside, settings.claims, &mut claims);
            let traits = matched.then(|| traits(language, &article, &folded, &claims));
            Card { article: article.to_given(&folded, &document.text), text: document.text.clone(), claims, traits }
        })
        .collect()
}

/// What matches an article with others, from its own blocks in the folded text of its document and the days that its claims name.
fn traits(language: &Language, article: &Article, folded: &Folded<'_>, claims: &[Claim]) -> Traits {
    let mut terms = story::Reader::new(language, article.publisher.as_deref());
    let mut sketch = origin::Reader::new(language);
    if let Some(title) = &article.title {
        let folded = Folded::new(title);
        terms.read(folded.text(), folded.words(), true);
    }
    for block in &article.blocks {
        if matches!(block.zone, Zone::Headline | Zone::Body | Zone::Caption) {
            let text = block.span.of(folded.text());
            let words = folded.words_of(block.span);
            terms.read(folded.text(), words, block.zone == Zone::Headline);
            if block.zone == Zone::Body {
                sketch.read(text, words);
            }
        }
    }
    let published = article.published.as_ref().filter(|published| published.doubt.is_none());
    let days = published.map(|published| DayInterval::day(published.date));
    let told = claims.iter().filter(|claim| claim.value.is_none() && !matches!(claim.zone, Zone::Furniture(_)));
    let dates = told.filter_map(|claim| claim.date.as_ref()).filter(|date| date.modifier.is_none());
    let events = EventDays::new(dates.filter_map(|date| date.days), days);
    Traits { terms: story::Terms { days, events, ..terms.finish() }, sketch: sketch.finish() }
}

/// The mentions of a folded text, vague quantities on the scale that the settings choose.
fn mentioned(language: &Language, settings: &Settings, text: &Folded<'_>) -> Vec<mention::Mention> {
    let mut mentions = mention::read_folded(language, text);
    if settings.values != value::Settings::default() {
        for mention in &mut mentions {
            mention.value = mention.value.take().map(|value| settings.values.read(value));
        }
    }
    mentions
}

/// The mentions that stand in an article's blocks.
fn article_mentions<'a>(mentions: &'a [mention::Mention], laid: &layout::Laid) -> &'a [mention::Mention] {
    let (Some(first), Some(last)) = (laid.blocks.first(), laid.blocks.last()) else { return &[] };
    let from = mentions.partition_point(|mention| mention.span.start < first.span.start);
    let to = mentions.partition_point(|mention| mention.span.start < last.span.end);
    &mentions[from..to.max(from)]
}

/// The whole job: documents in, a report out. `unread` are inputs that could not be read.
pub fn run(language: &Language, settings: &Settings, documents: &[Document], unread: Vec<Unread>) -> Report {
    Reading::new(language, settings, documents).report(language, settings, None, unread)
}

/// A batch that has been read, before its articles are held against each other.
#[derive(Clone, Debug)]
pub struct Reading {
    case: Case,
    traits: Vec<Traits>,
}

/// What an archive files of an article.
#[derive(Clone, Debug)]
pub struct Filed<'a> {
    /// Its name.
    pub doc: &'a Name,
    /// The terms by which articles of its story are found again: those share at least two of them.
    pub keys: Vec<story::Key>,
    /// How many claims it makes.
    pub claims: usize,
}

impl Reading {
    /// Reads a batch.
    pub fn new(language: &Language, settings: &Settings, documents: &[Document]) -> Self {
        let (case, traits) = read(language, settings, documents);
        Self { case, traits }
    }

    /// What an archive files of each article, by name.
    pub fn filed(&self) -> Vec<Filed<'_>> {
        let mut filed: Vec<Filed<'_>> = self.case.articles.iter().zip(&self.traits).map(Filed::of).collect();
        for claim in &self.case.claims {
            filed[claim.article.0 as usize].claims += 1;
        }
        filed
    }

    /// Holds the articles against each other, and against those of earlier batches. `unread` are inputs that could not be read.
    pub fn report(self, language: &Language, settings: &Settings, earlier: Option<&Earlier>, unread: Vec<Unread>) -> Report {
        let Self { case, traits } = match earlier {
            Some(earlier) => earlier::beside(language, settings, self, earlier),
            None => self,
        };
        let case = analyse(language, (case, traits), settings);
        let findings = rules::check(&case, &settings.rules);
        let (case, findings) = report::of_batch(case, findings);
        Report::new(case, findings, unread)
    }
}

impl<'a> Filed<'a> {
    fn of((article, traits): (&'a Article, &Traits)) -> Self {
        Self { doc: &article.doc, keys: story::keys(&traits.terms).collect(), claims: 0 }
    }
}

/// Puts a batch together: origins, stories, facts and what their claims say together.
fn analyse(language: &Language, (mut case, traits): (Case, Vec<Traits>), settings: &Settings) -> Case {
    let sketches: Vec<_> = traits.iter().map(|traits| &traits.sketch).collect();
    let terms: Vec<_> = traits.iter().map(|traits| &traits.terms).collect();
    case.origins = Origins::of_copies(&sketches);
    case.origins.join_given(&case.articles);
    case.stories = stories(&case.articles, &terms, settings.story);
    case.origins.join_wires(&sketches, case.stories.iter().map(|story| &*story.articles));
    drop(traits);
    date_by_story(&mut case);
    let batch = fact::Batch { claims: &case.claims, articles: &case.articles, texts: &case.texts, stories: &case.stories };
    let mut grouped = fact::group(batch, language, &settings.facts);
    fact::convert(&mut grouped.facts, &mut case.claims, language);
    let Case { claims, articles, origins, .. } = &case;
    let backing = verdict::Backing { claims, articles, origins: &origins.of, sources: &settings.articles.sources };
    let judge = |fact| verdict::judge(fact, claims, articles, settings.verdict).by_policy(settings.verdict.policy, fact, backing);
    case.judgements = grouped.facts.par_iter().map(judge).collect();
    case.facts = grouped.facts;
    case.house = rules::differing(&settings.rules.house, &case, language, settings.verdict.tolerance);
    case.not_compared = grouped.not_compared;
    case.unmet = grouped.unmet;
    case
}

/// Longest that the dated articles of a story may be apart to date the others, in days.
const MOST_STORY_DAYS: i64 = 7;

/// The claims of articles without a date hold as of the days of their story: for as-of only, never as a date of publication.
fn date_by_story(case: &mut Case) {
    for story in &case.stories {
        let Some(days) = story.days.filter(|days| days.days() <= MOST_STORY_DAYS) else { continue };
        for id in story.articles.iter().filter(|id| case.articles.get(id.0 as usize).is_some_and(|article| article.published.is_none())) {
            let from = case.claims.partition_point(|claim| claim.article < *id);
            for claim in case.claims[from..].iter_mut().take_while(|claim| claim.article == *id) {
                claim.as_of.get_or_insert(claim::AsOf { days, basis: claim::AsOfBasis::Story });
            }
        }
    }
}

/// The stories of a batch, each named by the title of its first article that has one.
fn stories(articles: &[Article], terms: &[&story::Terms], settings: story::Settings) -> Vec<Story> {
    let title = |at: &usize| articles.get(*at).and_then(|article| article.title.clone());
    let story = |group: &Vec<usize>| {
        let members: Vec<&story::Terms> = group.iter().filter_map(|at| terms.get(*at).copied()).collect();
        Story {
            articles: group.iter().map(|at| article::Id(u32::try_from(*at).unwrap_or(u32::MAX))).collect(),
            label: group.iter().find_map(title).unwrap_or_else(|| "".into()),
            key: story::key(&members),
            days: members.iter().filter_map(|terms| terms.days).reduce(DayInterval::join),
        }
    };
    story::group(terms, settings).groups.par_iter().map(story).collect()
}
