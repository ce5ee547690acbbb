//! Holds the numbers and dates of news articles against each other: what agrees, what differs, what changed.
//!
//! crosscheck reads a batch of articles, pulls out every figure and date that they state, groups those that state the same fact, and
//! reports how the sources differ. It says who reports what, and how the figures relate; it never says who is right.
//!
//! # The rooms
//!
//! Data flows one way. A room reads the types of the rooms before it and never names one after it; a test holds that.
//!
//! ```text
//! source ─► layout ─► mention ─► article ─► claim ─► origin ─► story ─► fact ─► verdict ─► rules ─► report ─► render
//! bytes     blocks,   one scan,  published  who,     copies,   same     same    relations  findings frozen,    bytes
//!           zones     no         date,      what,    wires     event    quan-   by                  ordered ─► diff
//!                     calendar   anchors    when                        tity    tables
//! └──────────── each article for itself, in parallel ────┘└───────── the batch as a whole ─────────┘
//! ```
//!
//! | room | in | out |
//! | --- | --- | --- |
//! | [`source`] | bytes with a name | documents |
//! | [`layout`] | a text | articles as blocks, each with its zone |
//! | [`mention`] | a text | the words that state a number or a date, read by [`grammar`] |
//! | [`article`] | a document, its blocks and mentions | when it was published, an anchor for each block |
//! | [`claim`] | a mention in its sentence | the value, what is counted, who, where, when, who says so |
//! | [`origin`] | the batch | who each report goes back to |
//! | [`story`] | the batch | articles that report one event |
//! | [`fact`] | the claims of the stories | claims of one quantity, or one date, of one thing |
//! | [`verdict`] | a fact | how its claims relate, by a table |
//! | [`rules`] | the analysed batch | findings |
//! | [`report`] | findings | the frozen result and its versioned JSON form |
//! | [`baseline`] | a report, what a desk accepted | which findings are known, which open again |
//!
//! Every room may use [`text`] (spans, words), [`value`] (exact decimals, intervals), [`calendar`] (days, grains) and [`lexicon`]
//! (vocabulary as data). [`pipeline`] is the one file that names all stages. Nothing below the program reads a file, a clock or the
//! environment: the same articles give the same bytes.
//!
//! # From two articles to a verdict
//!
//! ```
//! use crosscheck::lexicon::Language;
//! use crosscheck::{config::Settings, pipeline, source};
//!
//! // Two outlets of one evening.
//! let batch = br#"
//! {"id": "gazette", "published": "2025-08-05", "text": "A wildfire destroyed 34 homes in Pell Harbour on Tuesday."}
//! {"id": "dispatch", "published": "2025-08-05", "text": "The wildfire in Pell Harbour destroyed 43 homes on Tuesday."}
//! "#;
//! let read = source::read("batch.jsonl", batch)?;
//! let documents: Vec<_> = read.documents.into_iter().map(|(document, _)| document).collect();
//!
//! // Each article for itself: claims with their spans in the text as given.
//! let cards = pipeline::extract(Language::english(), &Settings::default(), &documents);
//! let words: Vec<&str> = cards.iter().flat_map(|card| card.claims.iter().map(|claim| claim.span.of(&card.text))).collect();
//! assert_eq!(words, ["43 homes", "Tuesday", "34 homes", "Tuesday"]);
//!
//! // The whole job: both figures state one fact, and they can't both hold.
//! let report = pipeline::run(Language::english(), &Settings::default(), &documents, Vec::new());
//! assert_eq!(report.findings[0].rule, "conflicting-figures");
//! assert_eq!(report.findings[0].sides.len(), 2);
//! # Ok::<(), crosscheck::error::Error>(())
//! ```
//!
//! # Where to go next
//!
//! To see how a number is read, begin at [`mention::read`]; why two figures conflict, at [`verdict`]; what a desk is told, at [`rules`].
//! The conventions for numbers and dates, with their sources, stand in `docs/conventions.md`, the JSON in `docs/json.md`.

pub mod article;
pub mod baseline;
pub mod calendar;
pub mod claim;
pub mod config;
pub mod diff;
pub mod error;
pub mod fact;
pub mod grammar;
pub mod layout;
pub mod lexicon;
pub mod mention;
pub mod origin;
pub mod pipeline;
pub mod render;
pub mod report;
pub mod rules;
pub mod source;
pub mod story;
pub mod text;
pub mod value;
pub mod verdict;
