//! The gates that need many runs: short in the test command, as long as one likes by `cargo xtask campaign`.
//! What has been run, when and with which seed stands in docs/reliability.md.

mod exit;
mod faults;
mod find;
mod kill;
mod plan;
mod policy;
mod residue;
mod typing;
mod walk;
mod wire;
mod xss;

pub use plan::{Chance, Plan};

use crate::harness::{Engine, Folder};
use crate::{Story, story};

/// What the test command runs, each in the engines where it has been seen to pass. The word after “campaign” is the gate's
/// name on the command line.
pub const STORIES: &[Story] = &[
    story!("campaign kill: what was called saved survives", &Engine::KEEPING, Folder::Site, kill::kill),
    story!("campaign residue: memory only", &Engine::KEEPING, Folder::Site, residue::memory_only),
    story!("campaign residue: kept without a code", &Engine::KEEPING, Folder::Site, residue::without_code),
    story!("campaign residue: sent", &Engine::KEEPING, Folder::Site, residue::sent),
    story!("campaign residue: control", &Engine::KEEPING, Folder::Proofs, residue::control),
    story!("campaign residue: kept with a code", &Engine::KEEPING, Folder::Site, residue::with_code),
    story!("campaign residue: forgotten", &Engine::KEEPING, Folder::Site, residue::forgotten),
    story!("campaign residue: left in a hurry", &Engine::KEEPING, Folder::Site, residue::exited),
    story!("campaign exit: nothing is behind Back", &Engine::ALL, Folder::Site, exit::exit),
    story!("campaign faults: bad luck of every kind", &Engine::KEEPING, Folder::Site, faults::faults),
    story!("campaign xss: hostile texts stay texts", &Engine::KEEPING, Folder::Site, xss::xss),
    story!("campaign policy: no page breaks it", &Engine::KEEPING, Folder::Site, policy::crawl),
    story!("campaign policy: forbidden acts are blocked", &Engine::ALL, Folder::Site, policy::acts),
    story!("campaign wire: no word leaves in the clear", &Engine::ALL, Folder::Site, wire::wire),
];

/// What runs only when it is asked for by name: it measures time, which means something on an idle machine only.
pub const ON_REQUEST: &[Story] = &[
    story!("campaign exit: covered at once", &CHROMIUM, Folder::Site, exit::cover),
    story!("campaign typing: smooth while saving", &CHROMIUM, Folder::Site, typing::typing),
];

const CHROMIUM: [Engine; 1] = [Engine::Chromium];
