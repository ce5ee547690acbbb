//! The one file that names every stage: documents in, a report out.

use rayon::prelude::*;

use crate::article::{self, Article};
use crate::claim::{self, Claim, Field};
use crate::layout::{self, Zone};
use crate::lexicon::Language;
use crate::mention;
use crate::report::{Report, Unread};
use crate::rules::{self, Case};
use crate::source::Document;
use crate::story::Story;
use crate::text::{Folded, Name};

/// What is kept of an article once its text has been read: everything that later stages need.
#[derive(Clone, Debug)]
pub struct Card {
    /// The article, spans in the text as given.
    pub article: Article,
    /// The text of its document, as given.
    pub text: Name,
    /// Its claims in order, furniture included.
    pub claims: Vec<Claim>,
}

/// Reads every article of a batch, in parallel. Cards are ordered by the articles' names.
pub fn extract(language: &Language, documents: &[Document]) -> Vec<Card> {
    let mut cards: Vec<Card> = documents.par_iter().flat_map_iter(|document| cards(language, document)).collect();
    cards.sort_by(|a, b| a.article.doc.cmp(&b.article.doc));
    for (index, card) in cards.iter_mut().enumerate() {
        let id = article::Id(u32::try_from(index).unwrap_or(u32::MAX));
        card.claims.iter_mut().for_each(|claim| claim.article = id);
    }
    cards
}

/// The articles of one document.
pub fn cards(language: &Language, document: &Document) -> Vec<Card> {
    let folded = Folded::new(&document.text);
    let text = folded.text();
    let mentions = mention::read(language, text);
    layout::read(language, document, text)
        .into_iter()
        .map(|laid| {
            let inside = article_mentions(&mentions, &laid);
            let article = article::read(document, &laid, text, inside);
            let mut claims = Vec::with_capacity(inside.len());
            if let Some(title) = &document.title {
                let folded = Folded::new(title);
                claims.extend(claim::read(language, &article, Field::Title, &folded, &mention::read(language, folded.text())));
            }
            claims.extend(claim::read(language, &article, Field::Text, &folded, inside));
            Card { article: article.to_given(&folded), text: document.text.clone(), claims }
        })
        .collect()
}

/// The mentions that stand in an article's blocks.
fn article_mentions<'a>(mentions: &'a [mention::Mention], laid: &layout::Laid) -> &'a [mention::Mention] {
    let (Some(first), Some(last)) = (laid.blocks.first(), laid.blocks.last()) else { return &[] };
    let from = mentions.partition_point(|mention| mention.span.start < first.span.start);
    let to = mentions.partition_point(|mention| mention.span.start < last.span.end);
    &mentions[from..to.max(from)]
}

/// The whole job: documents in, a report out. `unread` are inputs that could not be read.
pub fn run(language: &Language, documents: &[Document], unread: Vec<Unread>) -> Report {
    let case = analyse(extract(language, documents));
    let findings = rules::check(&case, &rules::Settings::default());
    Report::new(case, findings, unread)
}

/// Puts a batch together: origins, stories, facts and what their claims say together.
fn analyse(cards: Vec<Card>) -> Case {
    let mut case = Case::default();
    for (index, card) in cards.into_iter().enumerate() {
        let id = article::Id(u32::try_from(index).unwrap_or(u32::MAX));
        case.origins.of.push(id);
        case.origins.copy_of.push(None);
        case.stories.push(Story { articles: vec![id], label: card.article.title.clone().unwrap_or_else(|| "".into()) });
        case.articles.push(card.article);
        case.texts.push(card.text);
        case.claims.extend(card.claims.into_iter().filter(|claim| !matches!(claim.zone, Zone::Furniture(_))));
    }
    case
}

/// The claim ids of a batch are positions in the order of articles.
pub fn claim_id(index: usize) -> claim::Id {
    claim::Id(u32::try_from(index).unwrap_or(u32::MAX))
}
