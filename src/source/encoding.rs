//! Bytes to text: UTF-8 with or without a byte order mark, UTF-16 either way round, else the older encoding that fits best.
//!
//! In: the bytes of a file. Out: its text, or that it is none. What never happens here: any look at what the text says. A UTF-8 text
//! keeps its byte order mark, so that spans still count the bytes of the file.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a file tells whether it is text.
const SAMPLE: usize = 8192;

/// The text of `bytes`; `None` where they are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        if encoding == UTF_8 {
            return utf8(bytes);
        }
        return Some(encoding.decode(bytes).0);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if let Some(encoding) = unmarked_utf16(sample) {
        return Some(encoding.decode_without_bom_handling(bytes).0);
    }
    if looks_binary(sample) {
        return None;
    }
    utf8(bytes)
}

/// `bytes` as UTF-8; with a few broken sequences replaced where the rest is plainly UTF-8; else in the older encoding that fits.
fn utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Cow::Borrowed(text));
    }
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if broken * 10 <= sound {
        return Some(String::from_utf8_lossy(bytes));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let (text, _, failed) = detector.guess(None, Utf8Detection::Deny).decode(bytes);
    (!failed || text.matches('\u{fffd}').count() * 100 <= text.len()).then_some(text)
}

/// UTF-16 without its mark: plain letters leave every other byte zero.
fn unmarked_utf16(sample: &[u8]) -> Option<&'static Encoding> {
    let pairs = sample.chunks_exact(2);
    let total = pairs.len();
    let zeros = |place: usize| sample.chunks_exact(2).filter(|pair| pair[place] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    match (first * 10 >= total * 7, second * 10 >= total * 7) {
        _ if total < 4 => None,
        (true, false) if second == 0 => Some(UTF_16BE),
        (false, true) if first == 0 => Some(UTF_16LE),
        _ => None,
    }
}

/// Zero bytes, many control characters, or the mark of a common container.
fn looks_binary(sample: &[u8]) -> bool {
    const MARKS: [&[u8]; 4] = [b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\x1f\x8b"];
    let control = |byte: &&u8| matches!(byte, 1..=8 | 14..=26 | 28..=31);
    sample.contains(&0) || sample.iter().filter(control).count() * 50 > sample.len() || MARKS.iter().any(|mark| sample.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_all_encodings_come_out_alike() {
        let text = "Kim’s guards fired 40 shots – “no more”";
        let utf16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        assert_eq!(decode(text.as_bytes()).as_deref(), Some(text));
        assert_eq!(decode(&marked(b"\xff\xfe", &utf16(u16::to_le_bytes))).as_deref(), Some(text));
        assert_eq!(decode(&marked(b"\xfe\xff", &utf16(u16::to_be_bytes))).as_deref(), Some(text));
        assert_eq!(decode(&utf16(u16::to_le_bytes)).as_deref(), Some(text));
        assert_eq!(decode(&utf16(u16::to_be_bytes)).as_deref(), Some(text));
        let (windows, ..) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(decode(&windows).as_deref(), Some(text));
    }

    #[test]
    fn a_mark_stays_so_that_offsets_are_those_of_the_file() {
        assert_eq!(decode(b"\xef\xbb\xbf40 dead").as_deref(), Some("\u{feff}40 dead"));
    }

    #[test]
    fn one_broken_byte_does_not_turn_the_rest_into_gibberish() {
        let mut bytes = "“Forty” ’ “fifty” ’ “sixty” – “seventy” – — ’".as_bytes().to_vec();
        bytes.push(0xff);
        assert!(decode(&bytes).is_some_and(|text| text.starts_with("“Forty”") && text.ends_with('\u{fffd}')));
    }

    #[test]
    fn binary_is_no_text() {
        for bytes in [&b"\x89PNG\r\n\x1a\n\0\0\0"[..], b"%PDF-1.7 text", b"a\0b\0\0c", b"\x01\x02\x03\x04\x05\x06"] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
        assert_eq!(decode(b"").as_deref(), Some(""));
    }
}
