//! The ways a browser's file can be read: as it is, and unpacked as its kind is packed.

use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use memchr::memmem;

use super::{leveldb, snappy};

/// How the session store of Firefox begins; then four bytes of length and one LZ4 block.
const MOZ_LZ4: &[u8] = b"mozLz40\0";
/// How a gzip stream begins.
const GZIP: &[u8] = &[0x1f, 0x8b, 0x08];
/// How Chromium marks a stored value that it has packed with Snappy.
const PACKED_VALUE: &[u8] = &[0xff, 0x11, 0x02];

/// Every reading of a file.
pub fn views(file: &Path, bytes: Vec<u8>) -> Vec<Vec<u8>> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut views = Vec::new();
    if name.ends_with(".log") {
        views.push(leveldb::log(&bytes));
    }
    if name.ends_with(".ldb") {
        views.extend(leveldb::table(&bytes));
    }
    views.extend(views.iter().flat_map(|view| packed_values(view)).collect::<Vec<_>>());
    views.extend(bytes.strip_prefix(MOZ_LZ4).and_then(|block| lz4_flex::block::decompress_size_prepended(block).ok()));
    views.extend(places(&bytes, GZIP).filter_map(|at| gunzip(&bytes[at..])));
    if is_store(file) {
        views.push(snappy::everywhere(&bytes));
    }
    views.push(bytes);
    views
}

/// Firefox packs what pages of sites store with Snappy, in rows of SQLite. A deleted row may still lie there, so it is unpacked
/// from every place where a packed text could begin.
fn is_store(file: &Path) -> bool {
    let path = file.to_string_lossy();
    path.contains("/storage/default/") && (path.contains(".sqlite") || path.contains(".files/"))
}

fn packed_values(view: &[u8]) -> Vec<Vec<u8>> {
    places(view, PACKED_VALUE).map(|at| snappy::unpack(&view[at + PACKED_VALUE.len()..])).collect()
}

fn places<'a>(bytes: &'a [u8], sign: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    memmem::find_iter(bytes, sign)
}

/// What can be unpacked; a stream that breaks off gives what came before.
fn gunzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    // The error at a broken end is nothing to us.
    let _ = GzDecoder::new(bytes).take(4_000_000).read_to_end(&mut out);
    (!out.is_empty()).then_some(out)
}
