//! Unpacking Snappy without believing it (github.com/google/snappy, format_description.txt): what is broken, cut or no
//! packed text at all gives as much as can be read. No library does that, and deleted rows are found only so.

use super::leveldb::Numbers;

/// One reading never gives more than this.
const MOST: usize = 1 << 20;

/// Unpacks as far as it goes.
pub fn unpack(bytes: &[u8]) -> Vec<u8> {
    let mut numbers = Numbers(bytes);
    let mut out = Vec::new();
    if numbers.next().is_some() {
        let mut rest = numbers.0;
        while let Some(after) = element(rest, &mut out).filter(|_| out.len() < MOST) {
            rest = after;
        }
    }
    out
}

/// Unpacks from every byte on, and joins whatever came of more than one element.
pub fn everywhere(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for start in 0..bytes.len() {
        let unpacked = unpack(&bytes[start..]);
        if unpacked.len() > 24 {
            out.extend_from_slice(&unpacked);
        }
        if out.len() > 64 * MOST {
            break;
        }
    }
    out
}

/// One element: words as they are, or a copy of what came before. Gives what follows it.
fn element<'a>(bytes: &'a [u8], out: &mut Vec<u8>) -> Option<&'a [u8]> {
    let (tag, rest) = bytes.split_first()?;
    let (high, number) = (usize::from(tag >> 2), |count: usize| {
        rest.get(..count).map(|bytes| bytes.iter().rev().fold(0, |sum, byte| (sum << 8) | usize::from(*byte)))
    });
    match tag & 3 {
        0 => {
            let more = high.saturating_sub(59);
            let length = if more == 0 { high } else { number(more)? } + 1;
            out.extend_from_slice(rest.get(more..more.checked_add(length)?)?);
            rest.get(more + length..)
        }
        1 => copy(out, (high & 7) + 4, ((high >> 3) << 8) | number(1)?).then(|| &rest[1..]),
        2 => copy(out, high + 1, number(2)?).then(|| &rest[2..]),
        _ => copy(out, high + 1, number(4)?).then(|| &rest[4..]),
    }
}

fn copy(out: &mut Vec<u8>, length: usize, back: usize) -> bool {
    let Some(from) = out.len().checked_sub(back).filter(|_| back > 0) else { return false };
    (from..from + length).for_each(|at| out.push(out[at]));
    true
}
