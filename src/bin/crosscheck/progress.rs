//! How far a long run is: on standard error, only where a terminal shows it, only after a second, never in CI.
//!
//! In: the names of stages, one after the other. Out: one line that is gone when the run is. What never happens here: a letter in a log,
//! or on standard output.

use std::io::IsTerminal;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// A run shorter than this needs no progress.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line is drawn.
const TICK: Duration = Duration::from_millis(120);

/// The line that tells how far a run is. Dropped, it is gone.
pub(crate) struct Progress(Option<(Sender<String>, JoinHandle<()>)>);

impl Progress {
    /// Begins with the first stage.
    pub(crate) fn begin(stage: &str) -> Self {
        let wanted = std::io::stderr().is_terminal() && !crate::snapshot::in_ci();
        let progress = Self(wanted.then(|| {
            let (sender, stages) = mpsc::channel();
            (sender, std::thread::spawn(move || show(&stages)))
        }));
        progress.stage(stage);
        progress
    }

    /// Goes on to another stage.
    pub(crate) fn stage(&self, stage: &str) {
        if let Some((sender, _)) = &self.0 {
            // Where nobody listens any more, nothing is lost.
            let _ = sender.send(stage.to_owned());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.0.take() {
            drop(sender);
            let _ = thread.join();
        }
    }
}

/// Shows the stages from the end of [`PATIENCE`] until there are no more.
fn show(stages: &Receiver<String>) {
    let began = Instant::now();
    let mut stage = String::new();
    loop {
        match stages.recv_timeout(PATIENCE.saturating_sub(began.elapsed())) {
            Ok(next) => stage = next,
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
    let style = ProgressStyle::with_template("{spinner} {msg} ({elapsed})").unwrap_or_else(|_| ProgressStyle::default_spinner());
    let line = ProgressBar::new_spinner().with_style(style).with_elapsed(began.elapsed()).with_message(stage);
    line.enable_steady_tick(TICK);
    for stage in stages {
        line.set_message(stage);
    }
    line.finish_and_clear();
}
