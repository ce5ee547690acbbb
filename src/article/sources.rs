//! What a desk says of its sources: the names that an outlet goes by, and how reliable the desk holds it to be.
//!
//! In: names as pages and texts print them. Out: the desk's own name, a reliability. What never happens here: a claim taken away; a
//! source that is held to be less reliable is heard like any other.

use std::collections::BTreeMap;

use crate::text::Name;

/// How reliable a source is where nothing is said, from 0 to 100.
pub const NORMAL: u32 = 50;

/// What a desk says of its sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Each name that a source goes by, as [`plain`] writes it, and the desk's own name for it.
    names: BTreeMap<String, Name>,
    /// By the desk's own name.
    reliability: BTreeMap<Name, u32>,
}

impl Sources {
    /// Adds a source with the other names that it goes by.
    ///
    /// ```
    /// use crosscheck::article::Sources;
    /// let mut sources = Sources::default();
    /// sources.add(&"Alder Post".into(), &["alderpost.example".into()], Some(80));
    /// assert_eq!(sources.named("The Alder Post").map(|name| &**name), Some("Alder Post"));
    /// assert_eq!(sources.reliability("AlderPost.example"), Some(80));
    /// assert_eq!(sources.reliability("Brack Herald"), None);
    /// ```
    pub fn add(&mut self, name: &Name, others: &[Name], reliability: Option<u32>) {
        for other in others.iter().chain([name]) {
            self.names.insert(plain(other), name.clone());
        }
        if let Some(reliability) = reliability {
            self.reliability.insert(name.clone(), reliability);
        }
    }

    /// The desk's own name for a source.
    pub fn named(&self, name: &str) -> Option<&Name> {
        if self.names.is_empty() { None } else { self.names.get(&plain(name)) }
    }

    /// How reliable the desk holds a source to be, where it says so.
    pub fn reliability(&self, name: &str) -> Option<u32> {
        self.reliability.get(self.named(name)?).copied()
    }
}

/// A name in lower case, without its article.
fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase();
    name.strip_prefix("the ").map_or_else(|| name.clone(), str::to_owned)
}
