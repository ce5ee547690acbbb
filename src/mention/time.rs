//! The time expression around a candidate word.

use super::{Kind, Mention};
use crate::grammar::date::{self, From, TimeExpr, What};
use crate::lexicon::Language;
use crate::text::Word;

/// Reads the time expression that the candidate `word` belongs to. Nothing before `floor` belongs to it: that is another mention's.
/// `None` where the word states no time.
pub(super) fn read(language: &Language, text: &str, word: Word, floor: u32) -> Option<Mention> {
    let found = date::read(language, text, word.start as usize, floor as usize)?;
    Some(Mention { span: found.span, figure: found.figure, kind: kind(&found.time), value: None, time: Some(found.time) })
}

/// What kind of mention a time expression is.
fn kind(time: &TimeExpr) -> Kind {
    match &time.what {
        What::Duration(_) | What::Run { .. } | What::Offset { from: From::Event, .. } => Kind::Duration,
        What::Set(_) => Kind::Set,
        What::Offset { amount, .. } if amount.unit.is_clock() => Kind::Time,
        _ if time.clock.is_some() => Kind::Time,
        _ => Kind::Date,
    }
}
