//! The sources that one can filter by: outlets, and those who are named as saying so.
//!
//! In: the facts of the page. Out: two lists, each source with a number, those of the most facts; for a fact the numbers of its sources.
//! What never happens here: a judgement of a source.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::fact;
use crate::render::excerpt::clean;
use crate::report::Report;

/// Most sources of each kind.
const MOST: usize = 200;

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Outlet,
    Named,
}

/// A source that one can filter by.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Source {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) facts: usize,
}

/// The sources of a page.
#[derive(Debug, Default)]
pub(super) struct Sources {
    numbers: BTreeMap<(Kind, String), (usize, usize)>,
}

impl Sources {
    /// The sources of `facts`: of each kind those of the most facts.
    pub(super) fn of(report: &Report, facts: impl Iterator<Item = fact::Id>) -> Self {
        let mut told: BTreeMap<(Kind, String), usize> = BTreeMap::new();
        for id in facts {
            for source in of_fact(report, id) {
                *told.entry(source).or_default() += 1;
            }
        }
        let mut told: Vec<((Kind, String), usize)> = told.into_iter().collect();
        told.sort_by(|one, other| (one.0.0, other.1, &one.0.1).cmp(&(other.0.0, one.1, &other.0.1)));
        let mut kept = [0; 2];
        told.retain(|((kind, _), _)| {
            kept[*kind as usize] += 1;
            kept[*kind as usize] <= MOST
        });
        Self { numbers: told.into_iter().enumerate().map(|(number, (source, facts))| (source, (number, facts))).collect() }
    }

    /// The numbers of a fact's sources: "3 17".
    pub(super) fn numbers(&self, report: &Report, id: fact::Id) -> String {
        let numbers = of_fact(report, id).into_iter().filter_map(|source| self.numbers.get(&source));
        numbers.map(|(number, _)| number.to_string()).collect::<Vec<_>>().join(" ")
    }

    /// The outlets, by name.
    pub(super) fn outlets(&self) -> Vec<Source> {
        self.list(Kind::Outlet)
    }

    /// Those who are named as saying so, by name.
    pub(super) fn named(&self) -> Vec<Source> {
        self.list(Kind::Named)
    }

    fn list(&self, kind: Kind) -> Vec<Source> {
        let of_kind = self.numbers.iter().filter(|((other, _), _)| *other == kind);
        of_kind.map(|((_, name), &(number, facts))| Source { number, name: name.clone(), facts }).collect()
    }
}

/// The sources of a fact, each once.
fn of_fact(report: &Report, id: fact::Id) -> BTreeSet<(Kind, String)> {
    let claims = report.fact(id).claims.iter().map(|&id| report.claim(id));
    claims
        .flat_map(|claim| {
            let outlet = report.article(claim.article).publisher.as_deref().map(|name| (Kind::Outlet, clean(name)));
            outlet.into_iter().chain(claim.attribution.iter().map(|said| (Kind::Named, clean(&said.source))))
        })
        .collect()
}
