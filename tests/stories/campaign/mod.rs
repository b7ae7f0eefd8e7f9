//! The gates that need many runs: short here, in the test command; as long as one likes by `cargo xtask campaign`.
//! What has been run, when and with which seed stands in docs/reliability.md.

mod find;
mod kill;
mod plan;
mod residue;
mod walk;
mod wire;
mod xss;

pub use plan::{Chance, Plan};

use crate::harness::{Engine, Folder};
use crate::{Story, story};

/// The stories of this folder. The word after “campaign” is the gate's name on the command line.
pub const STORIES: &[Story] = &[
    story!("campaign kill: what was called saved survives", &Engine::KEEPING, Folder::Site, kill::kill),
    story!("campaign residue: memory only", &Engine::KEEPING, Folder::Site, residue::memory_only),
    story!("campaign residue: kept with a code", &Engine::KEEPING, Folder::Site, residue::with_code),
    story!("campaign residue: kept without a code", &Engine::KEEPING, Folder::Site, residue::without_code),
    story!("campaign residue: forgotten", &Engine::KEEPING, Folder::Site, residue::forgotten),
    story!("campaign residue: sent", &Engine::KEEPING, Folder::Site, residue::sent),
    story!("campaign residue: left in a hurry", &Engine::KEEPING, Folder::Site, residue::exited),
    story!("campaign residue: control", &Engine::KEEPING, Folder::Proofs, residue::control),
    story!("campaign wire: no word leaves in the clear", &Engine::ALL, Folder::Site, wire::wire),
    story!("campaign xss: hostile texts stay texts", &Engine::KEEPING, Folder::Site, xss::xss),
];
