//! Finding a word among bytes, however it was written down.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use memchr::memmem;

/// Whether these bytes stand in those.
pub fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    memmem::find(bytes, wanted).is_some()
}

/// In which dress a word of plain letters stands among bytes: as it is, as UTF-16, in hex, or in base64 of either kind.
pub fn in_any_dress(bytes: &[u8], word: &str) -> Option<&'static str> {
    let dresses = dresses(word);
    dresses.into_iter().find(|(_, wanted)| has(bytes, wanted)).map(|(name, _)| name)
}

fn dresses(word: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf16: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hex: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut all = vec![
        ("UTF-8", word.as_bytes().to_vec()),
        ("upper case", word.to_uppercase().into_bytes()),
        ("UTF-16", utf16),
        ("hex", hex.into_bytes()),
    ];
    all.extend((0..3).map(|shift| ("base64", in_base64(word, shift))));
    all
}

/// The middle of a word in base64, as it looks after so many bytes of something else. Letters and digits only turn into
/// letters and digits here, so both alphabets agree.
fn in_base64(word: &str, shift: usize) -> Vec<u8> {
    let written = STANDARD_NO_PAD.encode([&vec![b'x'; shift][..], word.as_bytes()].concat());
    let (from, to) = (if shift == 0 { 0 } else { 4 }, written.len() / 4 * 4);
    written.as_bytes()[from..to].to_vec()
}
