//! A hash that never changes between releases: what ids and fingerprints are made of.

/// FNV-1a over the parts, each ended by a zero byte, with a final mix: moving a letter from one part to the next changes it.
///
/// ```
/// use crosscheck::text::stable_hash;
/// assert_eq!(stable_hash(["toll", "41"]), stable_hash(["toll", "41"]));
/// assert_ne!(stable_hash(["toll", "41"]), stable_hash(["toll4", "1"]));
/// ```
pub fn stable_hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}

/// The id that a hash makes: a letter for what it is of, `_` and 16 hex digits.
///
/// ```
/// use crosscheck::text::id_of;
/// assert_eq!(id_of('f', 0x51cc), "f_00000000000051cc");
/// ```
pub fn id_of(letter: char, hash: u64) -> String {
    let mut id = String::with_capacity(18);
    id.extend([letter, '_']);
    // Written by hand: a report holds one for each claim of a batch.
    id.extend((0..16).rev().map(|digit| char::from(b"0123456789abcdef"[(hash >> (digit * 4) & 0xf) as usize])));
    id
}
