//! The scale on which vague quantities are read: a setting of this room.

use super::{Bound, Decimal, End, Interval, Value};

/// How "dozens" and "hundreds" are read. Two published scales differ by a factor of two, so the default is wide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Which scale.
    pub scale: Scale,
    /// Own values, in place of those of the scale.
    pub own: Vec<Own>,
}

/// A published scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// From ACLED's value to the end of the decade, CCC's as best.
    #[default]
    Interval,
    /// As ACLED codes them: dozens 12, hundreds 100.
    Acled,
    /// As the Crowd Counting Consortium codes them: hundreds 200, thousands 2,000.
    Ccc,
    /// No numbers at all.
    Strict,
}

/// Own values for the quantities that the default scale begins at `from`: 12 for dozens, 100 for hundreds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Own {
    /// Where the default scale begins.
    pub from: i64,
    /// Lowest value.
    pub low: i64,
    /// Best value.
    pub best: Option<i64>,
    /// Highest value.
    pub high: Option<i64>,
}

impl Settings {
    /// Reads a vague value on this scale; any other value stays as it is.
    ///
    /// ```
    /// use crosscheck::value::{Decimal, Hedging, Scale, Settings, Value};
    /// let number = |whole: i64| Decimal::from(whole);
    /// let dozens = Value::vague(None, number(12), Some(number(24)), Some(number(99)), Hedging::NONE);
    /// let acled = Settings { scale: Scale::Acled, own: Vec::new() };
    /// assert_eq!(acled.read(dozens.clone()).best, Some(number(12)));
    /// assert_eq!(Settings::default().read(dozens.clone()), dozens);
    /// ```
    #[must_use]
    pub fn read(&self, value: Value) -> Value {
        if value.bound != Bound::Vague {
            return value;
        }
        let end = |value: Decimal| Some(End { value, open: false });
        if let Some(own) = self.own.iter().find(|own| value.low == Some(Decimal::from(own.from))) {
            let (low, high) = (Decimal::from(own.low), own.high.map(Decimal::from));
            let interval = Interval { low: end(low), high: high.and_then(end) };
            return Value { low: Some(low), best: own.best.map(Decimal::from), high, interval, ..value };
        }
        match self.scale {
            Scale::Interval => value,
            Scale::Acled => Value { best: value.low, ..value },
            Scale::Ccc => match value.best {
                Some(best) => Value { low: Some(best), interval: Interval { low: end(best), ..value.interval }, ..value },
                None => value,
            },
            Scale::Strict => Value { low: None, best: None, high: None, interval: Interval::default(), ..value },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Hedging;
    use super::*;

    #[test]
    fn every_scale_reads_hundreds_in_its_own_way() {
        let number = |whole: i64| Decimal::from(whole);
        let hundreds = Value::vague(None, number(100), Some(number(200)), Some(number(999)), Hedging::NONE);
        let on = |scale| Settings { scale, own: Vec::new() }.read(hundreds.clone());
        assert_eq!((on(Scale::Acled).low, on(Scale::Acled).best), (Some(number(100)), Some(number(100))));
        assert_eq!((on(Scale::Ccc).low, on(Scale::Ccc).best), (Some(number(200)), Some(number(200))));
        assert_eq!((on(Scale::Strict).low, on(Scale::Strict).interval), (None, Interval::default()));
        let own = Settings { scale: Scale::Strict, own: vec![Own { from: 100, low: 150, best: None, high: Some(500) }] };
        assert_eq!(own.read(hundreds.clone()).interval, Interval::closed(number(150), number(500)));
        let exact = Value::figure(number(100), Hedging::NONE);
        assert_eq!(own.read(exact.clone()), exact);
    }
}
