//! What is claimed stands on facts, and what is true of some counties only is said to vary.

use crate::domain::Language;

use super::{
    super::{ContentError, Library, Mark, claims, prose::words_of},
    Piece,
};

const MEND: &str = "Name the fact it rests on in data/pages.toml, or say it without the claim.";
const VARIES: &str = "Say that it is an example or that it varies.";

/// Claims without a fact, and local facts told as if they held everywhere.
pub(super) fn faults(library: &Library, language: Language, pieces: &[Piece<'_>]) -> Vec<ContentError> {
    let is_local = |id: &String| library.facts().get(id).is_some_and(|fact| fact.mark == Mark::Local);
    let mut faults = Vec::new();
    for piece in pieces {
        if piece.facts.is_empty() {
            faults.extend(unfounded(piece, language));
        }
        if piece.facts.iter().any(is_local) && !claims::says_it_varies(&piece.prose.words(), language) {
            let what = "What is true of some counties is told as if it held everywhere.";
            faults.push(ContentError::new(&piece.file, piece.prose.first_line(), what, VARIES));
        }
    }
    faults
}

fn unfounded(piece: &Piece<'_>, language: Language) -> Option<ContentError> {
    let found =
        piece.prose.lines().find_map(|(line, text)| Some((line, claims::first_claim(&words_of(text), language)?)));
    found.map(|(line, claim)| {
        ContentError::new(&piece.file, line, format!("“{claim}” is claimed without a fact."), MEND)
    })
}
