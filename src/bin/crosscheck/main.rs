//! The command line.
#![expect(clippy::unwrap_used, reason = "scaffold, replaced by the real command line")]

use std::io::Write;

use crosscheck::lexicon::Language;
use crosscheck::pipeline;
use crosscheck::report::json;
use crosscheck::source::Document;
use crosscheck::text::Lines;

fn main() {
    let path = std::env::args().last().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let mut documents = Vec::new();
    for line in text.lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let get = |key: &str| record.get(key).and_then(|v| v.as_str()).map(Into::into);
        documents.push(Document {
            name: get("id").unwrap(),
            text: get("text").unwrap(),
            title: get("title"),
            published: get("published"),
            publisher: get("publisher"),
            url: get("url"),
            body: 0,
            whole: true,
        });
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for card in pipeline::extract(Language::english(), &documents) {
        let lines = Lines::new(&card.text);
        for claim in &card.claims {
            let field = match claim.field {
                crosscheck::claim::Field::Title => card.article.title.as_deref().unwrap_or_default(),
                crosscheck::claim::Field::Text => &*card.text,
            };
            serde_json::to_writer(&mut out, &json::claim(&card.article, claim, None, field, &lines)).unwrap();
            out.write_all(b"\n").unwrap();
        }
    }
}
