//! Speed, on generated news whose size is a parameter, as bytes a second: the candidate scan alone, then what is built on it. The
//! scan's line is the limit of the machine at hand; the other lines are read as shares of it (see CONTRIBUTING.md).

#[path = "../tests/support/batch.rs"]
#[allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "test code, of which benches use a part")]
mod batch;

use aho_corasick::{AhoCorasick, MatchKind};
use crosscheck::config::Settings;
use crosscheck::lexicon::Language;
use crosscheck::mention;
use crosscheck::pipeline;
use crosscheck::render::{FORMATS, Shown, Style, format};
use crosscheck::source::{self, Document};
use divan::Bencher;
use divan::counter::BytesCount;
use rayon::ThreadPoolBuilder;

/// Articles in a batch; one of about 1.7 kB.
const SIZES: &[usize] = &[100, 1_000];

/// Articles of the report that is written in every format.
const DIFFERING: usize = 10_000;

/// Bytes of the single large article.
const LARGE: usize = 1_000_000;

fn main() {
    divan::main();
}

/// The first `count` generated articles, read from JSONL as a user hands them in.
fn documents(count: usize) -> Vec<Document> {
    let records: Vec<String> = batch::articles(count).iter().map(batch::Sample::record).collect();
    read("batch.jsonl", &records.join("\n"))
}

fn large(text: &str) -> Vec<Document> {
    read("large.md", &format!("---\npublished: 2025-06-01\n---\n{text}"))
}

fn read(name: &str, text: &str) -> Vec<Document> {
    let read = source::read(name, text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    read.documents.into_iter().map(|(document, _)| document).collect()
}

fn bytes(documents: &[Document]) -> BytesCount {
    BytesCount::new(documents.iter().map(|document| document.text.len()).sum::<usize>())
}

/// The one pass over every byte, nothing read where it stops.
fn scan(documents: &[Document]) -> usize {
    documents.iter().map(|document| mention::candidates(Language::english(), &document.text).count()).sum()
}

/// An automaton over the words of number and date tables and the ten digits: the same pass as most tools would write it.
fn automaton() -> AhoCorasick {
    let tables = [include_str!("../src/lexicon/numbers.toml"), include_str!("../src/lexicon/calendar.toml")];
    let strings = tables.iter().flat_map(|table| table.split('"').skip(1).step_by(2));
    let words = strings.filter(|word| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic())).map(str::to_owned);
    let words: Vec<String> = words.chain((0..10).map(|digit| digit.to_string())).collect();
    let built = AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(&words);
    built.unwrap_or_else(|error| panic!("{error}"))
}

/// Claims of every article, on one thread.
fn extract(documents: &[Document]) -> usize {
    let cards = documents.iter().flat_map(|document| pipeline::cards(Language::english(), &Settings::default(), document));
    cards.map(|card| card.claims.len()).sum()
}

#[divan::bench(args = SIZES)]
fn scan_batch(bencher: Bencher<'_, '_>, count: usize) {
    let documents = documents(count);
    bencher.counter(bytes(&documents)).bench(|| scan(&documents));
}

/// What the scan would cost with an automaton of a library: a second mark to hold the lines below against.
#[divan::bench(args = SIZES)]
fn automaton_batch(bencher: Bencher<'_, '_>, count: usize) {
    let (documents, automaton) = (documents(count), automaton());
    let run = || documents.iter().map(|document| automaton.find_iter(&document.text).count()).sum::<usize>();
    bencher.counter(bytes(&documents)).bench(run);
}

#[divan::bench(args = SIZES)]
fn extract_batch(bencher: Bencher<'_, '_>, count: usize) {
    let documents = documents(count);
    bencher.counter(bytes(&documents)).bench(|| extract(&documents));
}

/// The whole job, on one thread so that it can be held against the scan.
#[divan::bench(args = SIZES)]
fn check_batch(bencher: Bencher<'_, '_>, count: usize) {
    let documents = documents(count);
    let alone = ThreadPoolBuilder::new().num_threads(1).build().unwrap_or_else(|error| panic!("{error}"));
    let settings = Settings::default();
    let run = || pipeline::run(Language::english(), &settings, &documents, Vec::new());
    bencher.counter(bytes(&documents)).bench(|| alone.install(run));
}

/// A report on many findings, written in one format: what the analysis took is not in it. Bytes are those that are written.
#[divan::bench(args = FORMATS.iter().map(|format| format.name), sample_count = 5)]
fn write_report(bencher: Bencher<'_, '_>, name: &str) {
    let records: Vec<String> = batch::articles_that_differ(DIFFERING, 2).iter().map(batch::Sample::record).collect();
    let documents = read("batch.jsonl", &records.join("\n"));
    let report = pipeline::run(Language::english(), &Settings::default(), &documents, Vec::new());
    let shown = Shown { report: &report, change: None, style: Style { limit: 0, ..Style::default() } };
    let write = || {
        let mut page = Vec::new();
        format(name).map(|format| format.write(shown, &mut page)).transpose().map(|_| page.len())
    };
    bencher.counter(BytesCount::new(write().unwrap_or_default())).bench(write);
}

#[divan::bench]
fn scan_full_of_dates(bencher: Bencher<'_, '_>) {
    let documents = large(&batch::full_of_dates(LARGE));
    bencher.counter(bytes(&documents)).bench(|| scan(&documents));
}

#[divan::bench]
fn extract_full_of_dates(bencher: Bencher<'_, '_>) {
    let documents = large(&batch::full_of_dates(LARGE));
    bencher.counter(bytes(&documents)).bench(|| extract(&documents));
}

#[divan::bench]
fn scan_without_dates(bencher: Bencher<'_, '_>) {
    let documents = large(&batch::without_dates(LARGE));
    bencher.counter(bytes(&documents)).bench(|| scan(&documents));
}

#[divan::bench]
fn extract_without_dates(bencher: Bencher<'_, '_>) {
    let documents = large(&batch::without_dates(LARGE));
    bencher.counter(bytes(&documents)).bench(|| extract(&documents));
}
