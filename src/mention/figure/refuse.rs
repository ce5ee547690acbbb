//! What is no figure: codes, clock times, telephone numbers, addresses, names with a number in them, "one" as a pronoun.

use super::super::hedge::Hedged;
use super::{Place, lead::Lead};
use crate::grammar::{Amount, Quantity, Written};
use crate::lexicon::Language;
use crate::value::Hedging;

/// Whether what stands before the number says that it is none.
pub(super) fn before(_language: &Language, place: &Place<'_>, lead: &Lead) -> bool {
    let before = place.before(lead.outer());
    let mut left = before.chars().rev();
    let last = left.next();
    let second = left.next();
    match last {
        Some('#' | '@' | '_' | '/' | '\\' | '=' | '&' | '№' | '^' | '*') => {
            second.is_some() && last != Some('=') && last != Some('*') || matches!(last, Some('#' | '@' | '№'))
        }
        Some('-' | '.' | ':' | ',' | '\'') => second.is_some_and(char::is_alphanumeric) && lead.sign.is_none(),
        Some(left) => left.is_alphanumeric(),
        None => false,
    }
}

/// Whether what stands around the quantity says that it is none.
pub(super) fn quantity(_language: &Language, place: &Place<'_>, lead: &Lead, quantity: &Quantity<'_>, rest: &str, hedged: Hedged) -> bool {
    let mut behind = rest.chars();
    let (next, second) = (behind.next(), behind.next());
    let digit = |found: Option<char>| found.is_some_and(|found| found.is_ascii_digit());
    let joined = match next {
        Some(next) if next.is_alphanumeric() || matches!(next, '_' | '@' | '\\') => true,
        Some(':' | '/' | '.' | ',') => digit(second),
        Some('-' | '\u{2013}') => digit(second) || second.is_some_and(char::is_uppercase) && place.word.digits,
        _ => false,
    };
    if joined {
        return true;
    }
    let Amount::Number(number) = quantity.first else { return false };
    let bare = quantity.unit.is_none() && quantity.second.is_none() && lead.sign.is_none();
    bare && super::year_like(number) && hedged.hedging == Hedging::NONE && number.written == Written::Plain
}
