//! LevelDB's two kinds of files, as far as a search needs them (github.com/google/leveldb, doc/log_format.md and
//! doc/table_format.md).

use super::snappy;

/// A log is cut into blocks of this size; a record may run over several.
const LOG_BLOCK: usize = 32 * 1024;
/// Checksum (4), length (2), kind (1).
const RECORD_HEAD: usize = 7;
/// The end of a table: two places and eight bytes to know it by.
const FOOTER: usize = 48;

/// The contents of all records, joined without their heads.
pub fn log(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for block in bytes.chunks(LOG_BLOCK) {
        let mut rest = block;
        while let Some((head, after)) = rest.split_at_checked(RECORD_HEAD) {
            let length = usize::from(u16::from_le_bytes([head[4], head[5]]));
            let Some((words, next)) = after.split_at_checked(length) else { break };
            out.extend_from_slice(words);
            rest = next;
        }
    }
    out
}

/// The data blocks of a table, unpacked.
pub fn table(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Some(footer) = bytes.len().checked_sub(FOOTER).map(|at| &bytes[at..]) else { return Vec::new() };
    let mut places = Numbers(footer);
    let (_, _, at, size) = (places.next(), places.next(), places.next(), places.next());
    let index = at.zip(size).and_then(|(at, size)| block(bytes, at, size));
    entries(&index.unwrap_or_default()).into_iter().filter_map(|(at, size)| block(bytes, at, size)).collect()
}

/// One block: its bytes, then one that says whether they are packed.
fn block(bytes: &[u8], at: usize, size: usize) -> Option<Vec<u8>> {
    let (words, kind) = (bytes.get(at..at.checked_add(size)?)?, bytes.get(at + size)?);
    Some(if *kind == 1 { snappy::unpack(words) } else { words.to_vec() })
}

/// The places that an index block names: entries of shared, own and value length, own part of the key, value.
fn entries(index: &[u8]) -> Vec<(usize, usize)> {
    let mut numbers = Numbers(index);
    let mut found = Vec::new();
    while let (Some(_), Some(own), Some(value)) = (numbers.next(), numbers.next(), numbers.next()) {
        let Some(rest) = numbers.0.get(own..) else { break };
        let mut places = Numbers(rest);
        if let (Some(at), Some(size)) = (places.next(), places.next()) {
            found.push((at, size));
        }
        let Some(rest) = rest.get(value..) else { break };
        numbers = Numbers(rest);
    }
    found
}

/// Numbers written seven bits at a time, lowest first.
pub struct Numbers<'a>(pub &'a [u8]);

impl Iterator for Numbers<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let length = self.0.iter().take(9).position(|byte| byte & 0x80 == 0)? + 1;
        let (number, rest) = self.0.split_at(length);
        self.0 = rest;
        Some(number.iter().rev().fold(0, |sum, byte| (sum << 7) | usize::from(byte & 0x7f)))
    }
}
