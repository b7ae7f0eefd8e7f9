//! Whether one slip of the finger lies between two words.

/// Whether the words differ by at most one letter: one wrong, one missing, one too many, or two neighbours swapped.
pub(super) fn at_most_one_edit(one: &[u8], other: &[u8]) -> bool {
    let start = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(left, right)| left == right).count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([], [] | [_]) | ([_], [] | [_]) => true,
        ([first, second], [left, right]) => first == right && second == left,
        _ => false,
    }
}

/// Whether some beginning of a longer word is at most one edit away: the person is still typing.
pub(super) fn beginning_at_most_one_edit(typed: &[u8], word: &[u8]) -> bool {
    (typed.len() - 1..=typed.len() + 1).any(|length| length < word.len() && at_most_one_edit(typed, &word[..length]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(one: &str, other: &str) -> bool {
        at_most_one_edit(one.as_bytes(), other.as_bytes())
    }

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        for slip in ["tampere", "tmapere", "tampre", "tamppere", "tambere", "ampere", "tamperee"] {
            assert!(near(slip, "tampere"), "{slip}");
        }
        for far in ["tampe", "tmapree", "taempre", "", "pori"] {
            assert!(!near(far, "tampere"), "{far}");
        }
    }

    #[test]
    fn a_slip_is_forgiven_while_the_word_is_half_typed() {
        assert!(beginning_at_most_one_edit(b"lapee", b"lappeenranta"));
        assert!(!beginning_at_most_one_edit(b"lpane", b"lappeenranta"));
    }

    /// The textbook table for optimal string alignment, to compare with.
    fn distance(one: &[u8], other: &[u8]) -> usize {
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let change = usize::from(one[i - 1] != other[j - 1]);
                    let plain = (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + change);
                    let swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                    if swapped { plain.min(table[i - 2][j - 2] + 1) } else { plain }
                };
            }
        }
        table[one.len()][other.len()]
    }

    proptest! {
        #[test]
        fn the_short_way_agrees_with_the_textbook(one in "[abc]{0,6}", other in "[abc]{0,6}") {
            prop_assert_eq!(near(&one, &other), distance(one.as_bytes(), other.as_bytes()) <= 1);
        }
    }
}
