//! Names that stand in many places: kept once.
//!
//! In: names. Out: the same letters, in memory that equal names share. What never happens here: another spelling.

use std::collections::HashSet;

use super::Name;

/// Names, each once.
///
/// ```
/// use crosscheck::text::{Name, Shared};
/// let mut shared = Shared::default();
/// let (mut one, mut other) = (Name::from("Karvella"), Name::from("Karvella"));
/// shared.share(&mut one);
/// shared.share(&mut other);
/// assert!(std::ptr::eq(one.as_str(), other.as_str()));
/// ```
#[derive(Debug, Default)]
pub struct Shared(HashSet<Name>);

impl Shared {
    /// Lets a name that nobody else holds stand in the memory of an equal one seen before.
    pub fn share(&mut self, name: &mut Name) {
        if Name::strong_count(name) != Some(1) {
            return;
        }
        match self.0.get(name.as_str()) {
            Some(known) => *name = known.clone(),
            None => {
                self.0.insert(name.clone());
            }
        }
    }
}
