//! What each key does in the combobox: a pure table, after the combobox pattern of ARIA 1.2.

/// What happens next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// The option with this place becomes active.
    To(usize),
    /// The option with this place is chosen.
    Choose(usize),
    /// The list closes; the typed text stays.
    Close,
    /// The list closes and the key does its usual work too (Tab).
    CloseAndLeave,
}

impl Move {
    /// Whether the key's usual work is left undone.
    pub(super) const fn takes_the_key(self) -> bool {
        !matches!(self, Self::CloseAndLeave)
    }
}

/// The move for a key, given whether the list is open, the active option and the number of rows.
/// `None` leaves the key to the line of text: Home and End move the cursor until an option is active.
pub(super) fn move_for(key: &str, open: bool, active: Option<usize>, rows: usize) -> Option<Move> {
    let active = active.filter(|_| open);
    match key {
        "ArrowDown" if rows > 0 => Some(Move::To(active.map_or(0, |at| (at + 1) % rows))),
        "ArrowUp" if rows > 0 => Some(Move::To(active.map_or(rows - 1, |at| (at + rows - 1) % rows))),
        "Home" => active.map(|_| Move::To(0)),
        "End" => active.map(|_| Move::To(rows.saturating_sub(1))),
        "Enter" => active.map(Move::Choose),
        "Escape" if open => Some(Move::Close),
        "Tab" if open => Some(Move::CloseAndLeave),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_as_the_pattern_says() {
        let table = [
            (("ArrowDown", true, None, 3), Some(Move::To(0))),
            (("ArrowDown", true, Some(2), 3), Some(Move::To(0))),
            (("ArrowDown", false, None, 3), Some(Move::To(0))),
            (("ArrowDown", true, None, 0), None),
            (("ArrowUp", true, None, 3), Some(Move::To(2))),
            (("ArrowUp", true, Some(0), 3), Some(Move::To(2))),
            (("Home", true, None, 3), None),
            (("Home", true, Some(2), 3), Some(Move::To(0))),
            (("End", true, Some(0), 3), Some(Move::To(2))),
            (("Enter", true, Some(1), 3), Some(Move::Choose(1))),
            (("Enter", true, None, 3), None),
            (("Enter", false, Some(1), 3), None),
            (("Escape", true, Some(1), 3), Some(Move::Close)),
            (("Escape", false, None, 3), None),
            (("Tab", true, None, 3), Some(Move::CloseAndLeave)),
            (("a", true, Some(1), 3), None),
        ];
        for ((key, open, active, rows), expected) in table {
            assert_eq!(move_for(key, open, active, rows), expected, "{key} {open} {active:?} {rows}");
        }
    }

    #[test]
    fn tab_still_leaves_the_line() {
        assert!(!Move::CloseAndLeave.takes_the_key());
        assert!(Move::Close.takes_the_key());
    }
}
