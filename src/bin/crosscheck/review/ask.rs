//! Asks about one change after the other.
//!
//! In: what waits, and answers, a line each. Out: decisions, written as they fall, so that nothing decided is lost. What never happens
//! here: a decision taken for an answer that was not understood; the end of the answers is a `q`.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;

use crosscheck::baseline::View;
use crosscheck::calendar::NaiveDate;
use crosscheck::diff::Item;
use crosscheck::render::{Style, review as page};

use super::correct;
use super::waiting::Waiting;
use crate::baseline::{self, Acceptance};
use crate::exit::Failure;

/// What a desk decides with.
pub(super) struct Desk {
    pub(super) baseline: PathBuf,
    pub(super) by: Option<String>,
    pub(super) config: PathBuf,
    pub(super) today: NaiveDate,
    pub(super) style: Style,
}

const KEYS: &str = "a accept, r reject, s skip, b accept with a reason, c correct, ? help, q quit";

const HELP: &str = "  a  accept: this is the report from now on
  r  reject: drop it; the next run that differs brings it again
  s  skip: it goes on waiting
  b  accept, and its findings go into the baseline with a reason: they fail no run until they have news
  c  correct: tell crosscheck.toml what it could not know (a date, a copy, claims that are of one fact or of two)
  A, R, S, B  the same for all that remain
  q  quit; what was decided stands";

/// What was answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Accept,
    Reject,
    Skip,
    Reason,
}

/// Answers, a line each, and where the questions go.
pub(super) struct Talk<'a> {
    pub(super) input: &'a mut dyn BufRead,
    pub(super) out: &'a mut dyn Write,
}

impl Talk<'_> {
    /// The answer to a question, without blanks around it; `None` at the end of the answers.
    pub(super) fn ask(&mut self, question: &str) -> io::Result<Option<String>> {
        write!(self.out, "{question} > ")?;
        self.out.flush()?;
        let mut line = String::new();
        if self.input.read_line(&mut line)? == 0 {
            writeln!(self.out)?;
            return Ok(None);
        }
        Ok(Some(line.trim().to_owned()))
    }
}

/// Asks about all that waits; returns how much goes on waiting.
pub(super) fn review(all: &mut [Waiting], desk: &mut Desk, input: &mut dyn BufRead, out: &mut dyn Write) -> Result<usize, Failure> {
    let mut talk = Talk { input, out };
    let mut for_all: Option<Answer> = None;
    let mut reason: Option<String> = None;
    'files: for waiting in all.iter_mut() {
        let items = waiting.items();
        for (number, item) in items.iter().enumerate() {
            if for_all.is_none() {
                writeln!(talk.out, "\n{}, {} of {}", waiting.path.display(), number + 1, items.len())?;
                page::item(item, waiting.evidence.as_ref(), desk.style, talk.out)?;
                if waiting.evidence.is_none() {
                    writeln!(talk.out, "  (its sentences were not kept; the same `crosscheck check --snapshot` brings them)")?;
                }
            }
            loop {
                let answer = match for_all {
                    Some(answer) => answer,
                    None => match talk.ask(KEYS)?.as_deref() {
                        None | Some("q" | "S") => break 'files,
                        Some("a") => Answer::Accept,
                        Some("r") => Answer::Reject,
                        Some("s") => Answer::Skip,
                        Some("b") => Answer::Reason,
                        Some("A") => *for_all.insert(Answer::Accept),
                        Some("R") => *for_all.insert(Answer::Reject),
                        Some("B") => *for_all.insert(Answer::Reason),
                        Some("c") => {
                            correct::correct(item, waiting.evidence.as_ref(), desk, &mut talk)?;
                            continue;
                        }
                        _ => {
                            writeln!(talk.out, "{HELP}")?;
                            continue;
                        }
                    },
                };
                match answer {
                    Answer::Accept => waiting.accept(item),
                    Answer::Reject => waiting.reject(item),
                    Answer::Skip => {}
                    Answer::Reason => {
                        if !with_reason(item, waiting, desk, &mut talk, &mut reason, for_all.is_some())? {
                            for_all = None;
                            continue;
                        }
                        waiting.accept(item);
                    }
                }
                waiting.save()?;
                break;
            }
        }
    }
    let left: usize = all.iter().map(|waiting| waiting.items().len()).sum();
    let said = match left {
        0 => "nothing waits any more".to_owned(),
        1 => "one change goes on waiting".to_owned(),
        left => format!("{left} changes go on waiting"),
    };
    writeln!(talk.out, "{said}")?;
    Ok(left)
}

/// Puts the findings of an item into the baseline; whether it was done, or there was nothing to put there.
fn with_reason(
    item: &Item,
    waiting: &Waiting,
    desk: &Desk,
    talk: &mut Talk<'_>,
    reason: &mut Option<String>,
    for_all: bool,
) -> Result<bool, Failure> {
    let open = |fingerprint: &str| {
        let of = waiting.evidence.iter().flat_map(|evidence| &evidence.findings);
        of.filter(|finding| !finding.suppressed).any(|finding| finding.fingerprint == fingerprint)
    };
    let about = |seen: &crosscheck::baseline::Seen| {
        let changed = item.findings.iter().any(|change| change.fingerprint == seen.fingerprint);
        open(&seen.fingerprint) && (changed || seen.fact.as_ref() == Some(&item.id))
    };
    let findings = waiting.evidence.as_ref().map_or_else(Vec::new, |evidence| View::of_json(evidence).findings);
    let found: Vec<_> = findings.into_iter().filter(about).collect();
    if found.is_empty() {
        if !for_all {
            writeln!(talk.out, "  no open finding on it: `a` accepts the change")?;
        }
        return Ok(for_all);
    }
    let words = match reason.clone().filter(|_| for_all) {
        Some(words) => words,
        None => match talk.ask("reason (Enter goes back)")?.filter(|words| !words.is_empty()) {
            Some(words) => reason.insert(words).clone(),
            None => return Ok(false),
        },
    };
    let by = match baseline::by(desk.by.as_deref()) {
        Ok(by) => by,
        Err(failure) => {
            writeln!(talk.out, "  {failure}")?;
            return Ok(false);
        }
    };
    let acceptance = Acceptance { reason: words, by, date: desk.today, expires: None };
    let mut accepted = baseline::open(&desk.baseline)?;
    for seen in found {
        writeln!(talk.out, "  accepted into `{}`: {}", desk.baseline.display(), seen.fingerprint)?;
        accepted.accept(acceptance.of(seen));
    }
    baseline::save(&desk.baseline, &accepted)?;
    Ok(true)
}
