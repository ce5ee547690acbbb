//! Units of measure and currencies.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::conversion::{Base, Conversion};
use super::{Own, Phrases, Signs, Table, rows};
use crate::text::Name;

/// What kind of quantity a unit makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitKind {
    /// Kilometres.
    #[default]
    Measure,
    /// Percent and percentage points.
    Percent,
    /// Money.
    Money,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its code, as reports print it.
    pub code: Name,
    /// What kind of quantity it makes.
    pub kind: UnitKind,
    /// The next smaller unit of a composite and how many of it make one: "7 ft 10 in".
    pub smaller: Option<(Name, i64)>,
    /// Code of the currency of the same name: "20 pounds".
    pub money: Option<Name>,
    /// What one of it is in the base unit of its dimension.
    pub base: Base,
}

impl Unit {
    /// A unit that compares with itself only.
    fn new(code: Name, kind: UnitKind) -> Self {
        Self { base: Base::own(code.clone()), code, kind, smaller: None, money: None }
    }
}

/// A unit's row, and whether the words that named it also mean something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitRef {
    row: u16,
    /// Whether the neighbours have to support it.
    pub weak: bool,
}

/// The units of a language.
#[derive(Debug)]
pub struct Units {
    rows: Vec<Unit>,
    /// The rows by their codes.
    by_code: BTreeMap<Name, usize>,
    /// Words behind a number.
    pub names: Phrases<UnitRef>,
    /// Signs behind a number.
    pub symbols: Signs<UnitRef>,
    /// Currency signs and codes before a number.
    pub prefixes: Signs<UnitRef>,
    /// The same, read forwards, as inside a range: "$3 to $5".
    pub signs: Signs<UnitRef>,
    /// Periods in which ages are given: "years".
    pub periods: Table<Name>,
    /// What makes an age of a period: "old".
    pub aged: Phrases<()>,
    /// Words of paying.
    pub paying: Table<()>,
    /// Words of how far a thing reaches: "5m deep".
    pub extents: Table<()>,
    /// What a figure is counted by behind "a".
    pub per: Table<Name>,
    /// What a figure is counted by behind a slash only.
    pub slash: Table<Name>,
}

#[derive(Deserialize)]
struct UnitFile {
    unit: Vec<UnitRow>,
    per: BTreeMap<String, Name>,
    slash: BTreeMap<String, Name>,
    paying: Listed,
    extents: Listed,
    periods: BTreeMap<String, Name>,
    aged: Listed,
}

#[derive(Deserialize)]
struct Listed {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct UnitRow {
    code: Name,
    #[serde(default)]
    kind: UnitKind,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
    is: Option<(String, Name)>,
    zero: Option<String>,
    smaller: Option<(Name, i64)>,
    money: Option<Name>,
}

#[derive(Deserialize)]
struct CurrencyFile {
    codes: Vec<Name>,
    currency: Vec<CurrencyRow>,
}

#[derive(Deserialize)]
struct CurrencyRow {
    code: Name,
    #[serde(default)]
    code_is_word: bool,
    names: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
    #[serde(default)]
    signs: Vec<String>,
    #[serde(default)]
    weak_signs: Vec<String>,
    #[serde(default)]
    symbols: Vec<String>,
    minor: Option<Minor>,
}

#[derive(Deserialize)]
struct Minor {
    code: Name,
    names: Vec<String>,
    #[serde(default)]
    signs: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
}

/// The words and signs of all rows, gathered before they are filed.
#[derive(Default)]
struct Gathered {
    rows: Vec<Unit>,
    names: Vec<(String, UnitRef)>,
    symbols: Vec<(String, UnitRef)>,
    prefixes: Vec<(String, UnitRef)>,
}

impl Units {
    /// Reads both tables. A desk's units stand first: of two rows with one word or sign, the first counts.
    pub(super) fn read(units: &str, currencies: &str, own: &Own) -> Self {
        let UnitFile { unit, per, slash, paying, extents, periods, aged } = rows(units);
        let mut all = Gathered::default();
        for unit in &own.units {
            let unit_ref = all.add(Unit { smaller: unit.smaller.clone(), ..Unit::new(unit.code.clone(), unit.kind) });
            all.names.extend(unit.names.iter().map(|name| (name.to_string(), unit_ref)));
            all.symbols.extend(unit.symbols.iter().map(|symbol| (symbol.to_string(), unit_ref)));
            all.prefixes.extend(unit.before.iter().map(|sign| (sign.to_string(), unit_ref)));
        }
        for unit in unit {
            let plain = Unit::new(unit.code, unit.kind);
            let base = unit.is.and_then(|(factor, base)| Base::read(&factor, base, unit.zero.as_deref()));
            let base = base.unwrap_or(plain.base);
            let unit_ref = all.add(Unit { smaller: unit.smaller, money: unit.money, base, ..plain });
            all.names.extend(unit.names.into_iter().map(|name| (name, unit_ref)));
            all.symbols.extend(unit.symbols.into_iter().map(|symbol| (symbol, unit_ref)));
            all.symbols.extend(unit.weak.into_iter().map(|symbol| (symbol, UnitRef { weak: true, ..unit_ref })));
        }
        let file: CurrencyFile = rows(currencies);
        for currency in file.currency {
            let minor = currency.minor.as_ref().map(|minor| (minor.code.clone(), 100));
            let (code, main) = (currency.code.to_string(), currency.code.clone());
            let unit_ref = all.add(Unit { smaller: minor, ..Unit::new(currency.code, UnitKind::Money) });
            all.names.extend(currency.names.into_iter().map(|name| (name, unit_ref)));
            all.names.extend(currency.weak.into_iter().map(|name| (name, UnitRef { weak: true, ..unit_ref })));
            all.symbols.extend(currency.symbols.into_iter().map(|symbol| (symbol, unit_ref)));
            all.prefixes.extend(currency.weak_signs.into_iter().map(|sign| (sign, UnitRef { weak: true, ..unit_ref })));
            for sign in currency.signs.into_iter().chain((!currency.code_is_word).then_some(code)) {
                all.symbols.push((sign.clone(), unit_ref));
                all.prefixes.push((sign, unit_ref));
            }
            if let Some(minor) = currency.minor {
                let plain = Unit::new(minor.code, UnitKind::Money);
                let base = Base::read("0.01", main, None).unwrap_or(plain.base);
                let unit_ref = all.add(Unit { base, ..plain });
                all.names.extend(minor.names.into_iter().map(|name| (name, unit_ref)));
                all.symbols.extend(minor.signs.into_iter().map(|sign| (sign, unit_ref)));
                all.symbols.extend(minor.weak.into_iter().map(|sign| (sign, UnitRef { weak: true, ..unit_ref })));
            }
        }
        for code in file.codes {
            let unit_ref = all.add(Unit::new(code.clone(), UnitKind::Money));
            all.symbols.push((code.to_string(), unit_ref));
            all.prefixes.push((code.to_string(), unit_ref));
        }
        all.base_own(own.units.len());
        Self {
            by_code: all.by_code(),
            names: Phrases::forwards(pairs(&all.names)),
            symbols: Signs::forwards(pairs(&all.symbols)),
            prefixes: Signs::backwards(pairs(&all.prefixes)),
            signs: Signs::forwards(pairs(&all.prefixes)),
            extents: extents.words.iter().map(|word| (word.as_str(), ())).collect(),
            paying: paying.words.iter().map(|word| (word.as_str(), ())).collect(),
            periods: file_per(&periods),
            aged: Phrases::forwards(aged.words.iter().map(|words| (words.as_str(), ()))),
            per: file_per(&per),
            slash: file_per(&slash),
            rows: all.rows,
        }
    }

    /// The unit of a row.
    pub fn get(&self, unit: UnitRef) -> Option<&Unit> {
        self.rows.get(usize::from(unit.row))
    }

    /// The unit with this code.
    pub fn with_code(&self, code: &str) -> Option<&Unit> {
        self.by_code.get(code).and_then(|&row| self.rows.get(row))
    }

    /// All units.
    pub fn rows(&self) -> impl Iterator<Item = &Unit> {
        self.rows.iter()
    }

    /// The base unit of the dimension that a unit measures; the unit itself where it is none of ours. Figures of one dimension compare.
    ///
    /// ```
    /// use crosscheck::lexicon::Language;
    /// let units = &Language::english().units;
    /// assert_eq!((units.dimension("km"), units.dimension("ft")), ("m", "m"));
    /// ```
    pub fn dimension<'a>(&'a self, code: &'a str) -> &'a str {
        self.with_code(code).map_or(code, |unit| &unit.base.code)
    }

    /// How figures in one unit read in another; `None` where they measure different things.
    ///
    /// ```
    /// use crosscheck::{lexicon::Language, value::Decimal};
    /// let miles = Language::english().units.conversion("mi", "km").unwrap();
    /// assert_eq!(miles.apply(Decimal::from(100)), Decimal::parse("160.9344"));
    /// ```
    pub fn conversion(&self, from: &str, to: &str) -> Option<Conversion> {
        match (self.with_code(from), self.with_code(to)) {
            (Some(from), Some(to)) => Conversion::between(&from.base, &to.base),
            _ if from == to => Conversion::between(&Base::own(from.into()), &Base::own(to.into())),
            _ => None,
        }
    }
}

impl Gathered {
    /// A desk says of its own units how many smaller ones make one: what these are based on, they are.
    fn base_own(&mut self, own: usize) {
        for row in 0..own.min(self.rows.len()) {
            let unit = &self.rows[row];
            let Some((smaller, many)) = &unit.smaller else { continue };
            let smaller = self.rows.iter().find(|unit| unit.code == *smaller);
            if let Some(base) = smaller.and_then(|smaller| smaller.base.of_larger(*many)) {
                self.rows[row].base = base;
            }
        }
    }

    /// The rows by their codes; the first of two counts.
    fn by_code(&self) -> BTreeMap<Name, usize> {
        self.rows.iter().enumerate().rev().map(|(row, unit)| (unit.code.clone(), row)).collect()
    }

    fn add(&mut self, unit: Unit) -> UnitRef {
        self.rows.push(unit);
        UnitRef { row: u16::try_from(self.rows.len() - 1).unwrap_or(u16::MAX), weak: false }
    }
}

fn pairs(rows: &[(String, UnitRef)]) -> impl Iterator<Item = (&str, UnitRef)> {
    rows.iter().map(|(word, unit)| (word.as_str(), *unit))
}

fn file_per(rows: &BTreeMap<String, Name>) -> Table<Name> {
    rows.iter().map(|(word, name)| (word.as_str(), name.clone())).collect()
}
