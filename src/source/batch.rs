//! All documents of a run: one order, whatever the order of the input, and one text for each name.
//!
//! In: what each input held. Out: documents sorted by name, notes sorted by name, or the first name that two different texts bear. What
//! never happens here: a document dropped without a note.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{Document, Note, Read, Record, Why};
use crate::error::{Error, Kind, Place};
use crate::text::Name;

/// The documents of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The documents, each name once, sorted by name.
    pub documents: Vec<Document>,
    /// What was skipped, and why, sorted by name.
    pub notes: Vec<Note>,
}

impl Batch {
    /// Puts together what was read from the inputs. A record that is given twice counts once.
    ///
    /// # Errors
    ///
    /// Where two different texts bear one name: nobody could tell which of them a finding is about.
    pub fn new(inputs: impl IntoIterator<Item = Read>) -> Result<Self, Error> {
        let mut notes = Vec::new();
        let mut named: BTreeMap<Name, (Document, Place)> = BTreeMap::new();
        // The order of the inputs must not decide which place an error names first.
        let mut inputs: Vec<Read> = inputs.into_iter().collect();
        inputs.sort_by(|a, b| a.name.cmp(&b.name));
        for input in inputs {
            notes.extend(input.notes);
            for (document, line) in input.documents {
                let place = Place { name: input.name.to_string(), line };
                match named.entry(document.name.clone()) {
                    Entry::Vacant(entry) => {
                        entry.insert((document, place));
                    }
                    Entry::Occupied(entry) if entry.get().0 == document => notes.push(Note { name: document.name, why: Why::Twice }),
                    Entry::Occupied(entry) => {
                        let (name, first) = (document.name.to_string(), entry.get().1.clone());
                        return Err(Kind::SameName { name, first, second: place }.into());
                    }
                }
            }
        }
        notes.sort();
        // Last, because where a text stands makes it no other text.
        let placed = |(document, place): (Document, Place)| {
            let line = place.line.and_then(|line| u32::try_from(line).ok());
            Document { record: line.map(|line| Record { file: place.name.into(), line }), ..document }
        };
        Ok(Self { documents: named.into_values().map(placed).collect(), notes })
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    fn batch(inputs: &[(&str, &str)]) -> Result<Batch, Error> {
        Batch::new(inputs.iter().map(|(name, text)| read(name, text.as_bytes()).unwrap()))
    }

    #[test]
    fn order_of_input_changes_nothing() {
        let inputs = [("b.txt", "Two dead."), ("a.jsonl", "{\"id\": \"c\", \"text\": \"Three dead.\"}"), ("empty.txt", " \n")];
        let mut turned = inputs;
        turned.reverse();
        let names = |batch: &Batch| batch.documents.iter().map(|document| document.name.to_string()).collect::<Vec<_>>();
        let found = batch(&inputs).unwrap();
        assert_eq!(names(&found), ["b.txt", "c"]);
        assert_eq!(found, batch(&turned).unwrap());
        assert_eq!(found.notes, [Note { name: "empty.txt".into(), why: Why::Empty }]);
    }

    #[test]
    fn a_record_given_twice_counts_once_and_two_texts_of_one_name_are_refused() {
        let record = |text: &str| format!("{{\"id\": \"c\", \"text\": \"{text}\"}}\n");
        let found = batch(&[("a.jsonl", &record("Three dead.")), ("b.jsonl", &record("Three dead."))]).unwrap();
        assert_eq!((found.documents.len(), found.notes[0].why), (1, Why::Twice));
        let error = batch(&[("b.jsonl", &record("Four dead.")), ("a.jsonl", &record("Three dead."))]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "two different texts are named `c` (a.jsonl:1 and b.jsonl:1); give each its own `id`, or pass only one of them"
        );
    }
}
