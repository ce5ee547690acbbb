//! Texts as documents, documents as a report, through the public doors: what the tests of the library have in common.

use crosscheck::config::Settings;
use crosscheck::lexicon::Language;
use crosscheck::pipeline::{self, Card};
use crosscheck::report::{Report, json};
use crosscheck::source::{self, Document};

use super::batch::Sample;

/// The documents of one input.
pub fn read(name: &str, bytes: &[u8]) -> Vec<Document> {
    let read = source::read(name, bytes).unwrap_or_else(|error| panic!("{error}"));
    read.documents.into_iter().map(|(document, _)| document).collect()
}

/// The sample articles, named by their paths, in the order of their names.
pub fn seeds() -> Vec<Document> {
    let bytes = |path: &str| std::fs::read(super::root().join(path)).unwrap();
    super::paths("seeds").iter().flat_map(|path| read(path, &bytes(path))).collect()
}

/// Generated articles.
pub fn generated(samples: &[Sample]) -> Vec<Document> {
    read("generated.jsonl", samples.iter().map(Sample::record).collect::<Vec<_>>().join("\n").as_bytes())
}

/// The articles of a text, published on a day that gives relative dates their anchor.
pub fn cards(text: &str) -> Vec<Card> {
    let mut documents = read("text.md", b"---\npublished: 2025-06-01\n---\nx");
    for document in &mut documents {
        document.text = text.into();
        document.body = 0;
    }
    documents.iter().flat_map(|document| pipeline::cards(Language::english(), &Settings::default(), document)).collect()
}

/// The report on a batch.
pub fn report(documents: &[Document]) -> Report {
    pipeline::run(Language::english(), &Settings::default(), documents, Vec::new())
}

/// A report as JSON.
pub fn as_json(report: &Report) -> String {
    let mut bytes = Vec::new();
    json::write(report, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Every place in a card points at words of its text: inside, not empty, at the borders of characters, claims in order and apart.
pub fn hold(card: &Card) {
    let text: &str = &card.text;
    for block in &card.article.blocks {
        assert!(text.get(block.span.range()).is_some(), "block {:?} of a text of {} bytes", block.span, text.len());
    }
    let mut before = None;
    for claim in &card.claims {
        let field = match claim.field {
            crosscheck::claim::Field::Title => card.article.title.as_deref().unwrap_or_default(),
            crosscheck::claim::Field::Text => text,
        };
        let words = field.get(claim.span.range());
        assert!(words.is_some_and(|words| !words.trim().is_empty()), "claim {:?} reads {words:?}", claim.span);
        let sentence = field.get(claim.sentence.range());
        assert!(sentence.is_some(), "sentence {:?} of a field of {} bytes", claim.sentence, field.len());
        assert!(claim.sentence.start <= claim.span.start, "claim {:?} begins before its sentence {:?}", claim.span, claim.sentence);
        let place = (claim.field, claim.span.start);
        assert!(before.is_none_or(|before| before < place), "claims out of order at {place:?}, after {before:?}");
        before = Some(place);
    }
}
