//! What the text has spoken of so far: the dates that "the previous day" and "that year" go back to.

use crate::calendar::{DayInterval, Grain, NaiveDate, Period};

/// A date that the text has given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken {
    pub(super) days: DayInterval,
    pub(super) grain: Grain,
    /// Where it stands.
    pub(super) at: u32,
}

impl Spoken {
    /// The period of this grain in which it begins.
    pub(super) fn around(&self, grain: Grain) -> Option<Period> {
        Period::around(grain, self.days.start())
    }
}

/// The last date of each grain.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    last: [Option<Spoken>; GRAINS.len()],
}

const GRAINS: [Grain; 12] = [
    Grain::Time,
    Grain::DayPart,
    Grain::Day,
    Grain::Weekend,
    Grain::Week,
    Grain::Month,
    Grain::Quarter,
    Grain::Season,
    Grain::Half,
    Grain::Year,
    Grain::Decade,
    Grain::Century,
];

impl Memory {
    /// Keeps a date.
    pub(super) fn keep(&mut self, spoken: Spoken) {
        for (slot, grain) in self.last.iter_mut().zip(GRAINS) {
            if grain == spoken.grain {
                *slot = Some(spoken);
            }
        }
    }

    /// Forgets all: another article or another anchor begins.
    pub(super) fn clear(&mut self) {
        self.last = Default::default();
    }

    /// The last date that is no coarser than `grain`.
    pub(super) fn fitting(&self, grain: Grain) -> Option<Spoken> {
        self.nearest(|spoken| spoken.grain <= grain)
    }

    /// The last date of a grain from `low` to `high`.
    pub(super) fn between(&self, low: Grain, high: Grain) -> Option<Spoken> {
        self.nearest(|spoken| low <= spoken.grain && spoken.grain <= high)
    }

    /// The last day spoken of at or after `from`, as a day.
    pub(super) fn day_since(&self, from: u32) -> Option<NaiveDate> {
        self.nearest(|spoken| spoken.grain <= Grain::Day && spoken.at >= from).map(|spoken| spoken.days.start())
    }

    fn nearest(&self, fits: impl Fn(&Spoken) -> bool) -> Option<Spoken> {
        self.last.iter().flatten().filter(|spoken| fits(spoken)).max_by_key(|spoken| spoken.at).copied()
    }
}
