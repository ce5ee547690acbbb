//! Exact decimals, with the digits as printed.

use std::cmp::Ordering;
use std::fmt;

/// A number, exactly as written: `mantissa × 10^exponent`.
///
/// "1.2 million" keeps two digits (mantissa 12, exponent 5) and so knows that it was rounded. Two decimals are equal when they
/// are the same number, however many digits were printed. A number that does not fit is no number: every operation that can
/// overflow returns `None`.
///
/// ```
/// use crosscheck::value::Decimal;
/// let million = Decimal::new(12, 5);
/// assert_eq!(million, Decimal::from(1_200_000));
/// assert_eq!(million.to_string(), "1200000");
/// assert_eq!(Decimal::new(505, -2).to_string(), "5.05");
/// ```
#[derive(Clone, Copy, Default)]
pub struct Decimal {
    /// As bytes, so that a number takes nine of them and not sixteen: every claim of a batch holds up to seven.
    mantissa: [u8; 8],
    exponent: i8,
}

/// The longest mantissa: 18 digits always fit.
const MOST_DIGITS: u32 = 18;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self::new(0, 0);
    /// One.
    pub const ONE: Self = Self::new(1, 0);

    /// `mantissa × 10^exponent`.
    pub const fn new(mantissa: i64, exponent: i8) -> Self {
        Self { mantissa: mantissa.to_ne_bytes(), exponent }
    }

    /// The digits as printed, without the decimal point.
    pub const fn mantissa(self) -> i64 {
        i64::from_ne_bytes(self.mantissa)
    }

    /// The power of ten that the last printed digit stands for.
    pub const fn exponent(self) -> i8 {
        self.exponent
    }

    /// Reads plain digits with an optional sign and fraction (`-12.50`). `None` for anything else, or past 18 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() && fraction.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut mantissa: i64 = 0;
        for digit in whole.bytes().chain(fraction.bytes()) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(digit - b'0'))?;
        }
        let exponent = i8::try_from(fraction.len()).ok()?.checked_neg()?;
        (mantissa.unsigned_abs() < 10_u64.pow(MOST_DIGITS)).then_some(Self::new(if negative { -mantissa } else { mantissa }, exponent))
    }

    /// Whether it is zero.
    pub const fn is_zero(self) -> bool {
        self.mantissa() == 0
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.mantissa() < 0
    }

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.normal().exponent >= 0
    }

    /// The number as an `i64`, where it is whole and fits.
    pub fn to_i64(self) -> Option<i64> {
        let normal = self.normal();
        let power = u32::try_from(normal.exponent).ok()?;
        normal.mantissa().checked_mul(10_i64.checked_pow(power)?)
    }

    /// The same number with no trailing zeros in its mantissa: what is left are its significant digits.
    #[must_use]
    pub fn normal(self) -> Self {
        if self.mantissa() == 0 {
            return Self::ZERO;
        }
        let (mut mantissa, mut exponent) = (self.mantissa(), self.exponent);
        while mantissa % 10 == 0 && exponent < i8::MAX {
            mantissa /= 10;
            exponent += 1;
        }
        Self::new(mantissa, exponent)
    }

    /// How many digits are significant: those of 12,300 are three, those of 41 two, of 6.50 three (a printed zero after the point counts).
    pub fn significant_digits(self) -> u32 {
        let counted = if self.exponent < 0 { self } else { self.normal() };
        counted.mantissa().unsigned_abs().checked_ilog10().map_or(1, |log| log + 1)
    }

    /// One in the last significant digit: 100 for 12,300, 1 for 41, 0.01 for 6.50.
    #[must_use]
    pub fn last_unit(self) -> Self {
        let exponent = if self.exponent < 0 { self.exponent } else { self.normal().exponent };
        Self::new(1, exponent)
    }

    /// The number with at most so many significant digits, rounded half away from zero. `None` where it does not fit.
    ///
    /// ```
    /// use crosscheck::value::Decimal;
    /// assert_eq!(Decimal::new(804_672, -5).rounded(3), Decimal::parse("8.05"));
    /// ```
    pub fn rounded(self, digits: u32) -> Option<Self> {
        let normal = self.normal();
        let spare = normal.significant_digits().saturating_sub(digits);
        let power = 10_i64.checked_pow(spare)?;
        let half = (power / 2) * normal.mantissa().signum();
        let mantissa = normal.mantissa().checked_add(half)? / power;
        Some(Self::new(mantissa, normal.exponent().checked_add(i8::try_from(spare).ok()?)?))
    }

    /// The absolute value.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self::new(self.mantissa().abs(), self.exponent)
    }

    /// The number with its sign turned.
    #[must_use]
    pub const fn negate(self) -> Self {
        Self::new(-self.mantissa(), self.exponent)
    }

    /// The number times ten to the `power`; digits as printed are kept.
    pub fn scale(self, power: i8) -> Option<Self> {
        Some(Self::new(self.mantissa(), self.exponent.checked_add(power)?))
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.exponent == other.exponent
            && let Some(mantissa) = self.mantissa().checked_add(other.mantissa()).filter(|mantissa| Self::fits(*mantissa))
        {
            return Some(Self::new(mantissa, self.exponent));
        }
        let (a, b, exponent) = self.aligned(other)?;
        Self::fit(a.checked_add(b)?, i32::from(exponent))
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negate())
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        if let Some(exponent) = self.exponent.checked_add(other.exponent)
            && let Some(mantissa) = self.mantissa().checked_mul(other.mantissa()).filter(|mantissa| Self::fits(*mantissa))
        {
            return Some(Self::new(mantissa, exponent));
        }
        let product = i128::from(self.mantissa()).checked_mul(i128::from(other.mantissa()))?;
        Self::fit(product, i32::from(self.exponent) + i32::from(other.exponent))
    }

    /// The quotient, exact where it has an end, else rounded half up to 12 significant digits. `None` when divided by zero.
    pub fn over(self, other: Self) -> Option<Self> {
        if other.mantissa() == 0 {
            return None;
        }
        let (a, b) = (i128::from(self.mantissa()), i128::from(other.mantissa()));
        let (mut power, mut scaled) = (0_i32, a);
        let enough = b.unsigned_abs().checked_mul(100_000_000_000)?;
        while scaled % b != 0 && scaled.unsigned_abs() < enough {
            scaled = scaled.checked_mul(10)?;
            power += 1;
        }
        let half = if (scaled < 0) == (b < 0) { b / 2 } else { -b / 2 };
        let quotient = if scaled % b == 0 { scaled / b } else { (scaled + half) / b };
        let exact = Self::fit(quotient, i32::from(self.exponent) - i32::from(other.exponent) - power)?;
        Some(if exact.exponent < 0 { exact.trimmed() } else { exact })
    }

    /// Drops zeros after the point.
    #[must_use]
    fn trimmed(self) -> Self {
        let (mut mantissa, mut exponent) = (self.mantissa(), self.exponent);
        while exponent < 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            exponent += 1;
        }
        Self::new(mantissa, exponent)
    }

    /// Both mantissas at the smaller exponent.
    fn aligned(self, other: Self) -> Option<(i128, i128, i8)> {
        let exponent = self.exponent.min(other.exponent);
        let lift = |number: Self| {
            let power = u32::try_from(i32::from(number.exponent) - i32::from(exponent)).ok()?;
            if number.mantissa() == 0 { Some(0) } else { i128::from(number.mantissa()).checked_mul(10_i128.checked_pow(power)?) }
        };
        Some((lift(self)?, lift(other)?, exponent))
    }

    /// Whether a mantissa needs no zeros dropped, as most do: wide arithmetic is for the others.
    const fn fits(mantissa: i64) -> bool {
        mantissa.unsigned_abs() < 10_u64.pow(MOST_DIGITS)
    }

    /// The number in an `i64` mantissa, dropping trailing zeros where that is needed; `None` where digits would be lost.
    fn fit(mut mantissa: i128, mut exponent: i32) -> Option<Self> {
        while (mantissa.unsigned_abs() >= 10_u128.pow(MOST_DIGITS) || exponent < i32::from(i8::MIN)) && mantissa % 10 == 0 && mantissa != 0
        {
            mantissa /= 10;
            exponent += 1;
        }
        Some(Self::new(i64::try_from(mantissa).ok()?, i8::try_from(exponent).ok()?))
    }
}

impl From<i64> for Decimal {
    fn from(whole: i64) -> Self {
        Self::new(whole, 0)
    }
}

impl PartialEq for Decimal {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        let normal = self.normal();
        (normal.mantissa(), normal.exponent).hash(state);
    }
}

impl PartialOrd for Decimal {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.exponent == other.exponent { self.mantissa().cmp(&other.mantissa()) } else { self.cmp_aligned(other) }
    }
}

impl Decimal {
    /// The order of numbers of different exponents.
    fn cmp_aligned(&self, other: &Self) -> Ordering {
        if let Some((a, b, _)) = self.aligned(*other) {
            return a.cmp(&b);
        }
        // Too far apart to align: the sign decides, then the size.
        let size = |number: Self| {
            let log = number.mantissa().unsigned_abs().checked_ilog10().map_or(0, i64::from);
            (log + i64::from(number.exponent)) * number.mantissa().signum()
        };
        self.mantissa().signum().cmp(&other.mantissa().signum()).then_with(|| size(*self).cmp(&size(*other)))
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decimal").field("mantissa", &self.mantissa()).field("exponent", &self.exponent).finish()
    }
}

impl fmt::Display for Decimal {
    /// Plain digits, no grouping, no exponent: what JSON calls a number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.exponent >= 0 {
            write!(f, "{}", self.mantissa())?;
            let zeros = if self.mantissa() == 0 { 0 } else { usize::from(self.exponent.unsigned_abs()) };
            return (0..zeros).try_for_each(|_| f.write_str("0"));
        }
        let places = usize::from(self.exponent.unsigned_abs());
        let digits = format!("{:0>width$}", self.mantissa().unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let sign = if self.mantissa() < 0 { "-" } else { "" };
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn arithmetic_is_exact() {
        for (a, b, sum, product) in [("0.1", "0.2", "0.3", "0.02"), ("12300", "-0.5", "12299.5", "-6150"), ("-1", "1", "0", "-1")] {
            assert_eq!(decimal(a).plus(decimal(b)), Some(decimal(sum)), "{a} + {b}");
            assert_eq!(decimal(a).times(decimal(b)), Some(decimal(product)), "{a} × {b}");
        }
        assert_eq!(decimal("1").over(decimal("4")).map(|q| q.to_string()), Some("0.25".to_owned()));
        assert_eq!(decimal("1").over(decimal("3")).map(|q| q.to_string()), Some("0.333333333333".to_owned()));
        assert_eq!(decimal("-2").over(decimal("3")).map(|q| q.to_string()), Some("-0.666666666667".to_owned()));
        assert_eq!(decimal("2").over(Decimal::ZERO), None);
    }

    #[test]
    fn what_does_not_fit_is_no_number() {
        assert_eq!(Decimal::parse("9".repeat(30).as_str()), None);
        assert_eq!(Decimal::new(i64::MAX, 0).times(Decimal::new(7, 127)), None);
        assert_eq!(Decimal::parse(""), None);
        assert_eq!(Decimal::parse("1e5"), None);
    }

    #[test]
    fn order_does_not_depend_on_digits_printed() {
        assert_eq!(decimal("5.0"), decimal("5"));
        assert!(Decimal::new(1, 120) > Decimal::new(999, 0) && Decimal::new(-1, 120) < Decimal::new(1, -120));
        assert!(decimal("0.30") < decimal("0.4"));
    }

    #[test]
    fn precision_is_read_off_the_digits() {
        for (text, digits, unit) in [("12300", 3, "100"), ("41", 2, "1"), ("6.50", 3, "0.01"), ("6000", 1, "1000"), ("0", 1, "1")] {
            assert_eq!((decimal(text).significant_digits(), decimal(text).last_unit()), (digits, decimal(unit)), "{text}");
        }
    }
}
