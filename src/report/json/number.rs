//! Exact decimals as JSON numbers: the digits go out and come in as they are, never through floating point.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::value::Decimal;

/// An exact decimal as a JSON number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number(pub Decimal);

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.to_i64() {
            Some(whole) => serializer.serialize_i64(whole),
            None => RawValue::from_string(self.0.to_string()).map_err(serde::ser::Error::custom)?.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Decimal::parse(raw.get())
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("expected a plain decimal, found `{}`", raw.get())))
    }
}
