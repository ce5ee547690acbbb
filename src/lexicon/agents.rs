//! Nouns that can be named as the one who did something.
//!
//! In: agents.toml. Out: for each such noun which kind of agent it is. What never happens here: a list of nouns that are none; what stands in
//! no list, and is no word for people or for a source, is none.

use serde::Deserialize;

use super::rows;

/// Which kind of agent a noun names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agent {
    /// None that the table knows.
    #[default]
    None,
    /// A person, a group or a body that acts.
    Doer,
    /// A thing that harms: "bullet", "storm".
    Cause,
    /// A thing that says something: "report".
    Paper,
    /// One to whom something was done: "victim".
    Harmed,
}

#[derive(Deserialize)]
struct File {
    agents: Lists,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    doer: String,
    cause: String,
    paper: String,
    harmed: String,
}

/// Every noun of the table, in the singular, with its kind.
pub(super) fn nouns() -> impl Iterator<Item = (String, Agent)> {
    let Lists { doer, cause, paper, harmed } = rows::<File>(include_str!("agents.toml")).agents;
    let lists = [(doer, Agent::Doer), (cause, Agent::Cause), (paper, Agent::Paper), (harmed, Agent::Harmed)];
    lists.into_iter().flat_map(|(nouns, agent)| nouns.split_whitespace().map(|noun| (noun.to_owned(), agent)).collect::<Vec<_>>())
}
