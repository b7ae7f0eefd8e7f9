//! How many slips of the finger lie between two words.

/// The number of slips (a letter wrong, missing, too many, or two neighbours swapped), if it is at most `most`.
pub(super) fn slips(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    // The last three rows of the table for optimal string alignment.
    let (mut before, mut above) = (vec![0; other.len() + 1], (0..=other.len()).collect::<Vec<_>>());
    for i in 1..=one.len() {
        let mut row = vec![i];
        for j in 1..=other.len() {
            let same = one[i - 1] == other[j - 1];
            let mut least = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + usize::from(!same));
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|&slips| slips > most) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|&slips| slips <= most)
}

/// The number of bytes with which both words begin.
pub(super) fn common_beginning(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(left, right)| left == right).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slips_are_counted_up_to_the_limit() {
        for (one, other, expected) in [
            ("ilmoitus", "ilmoitus", Some(0)),
            ("ilmotus", "ilmoitus", Some(1)),
            ("imloitus", "ilmoitus", Some(1)),
            ("violance", "violence", Some(1)),
            ("wellfarr", "welfare", Some(2)),
            ("abc", "xyz", None),
            ("", "ab", Some(2)),
        ] {
            assert_eq!(slips(one, other, 2), expected, "{one} {other}");
        }
    }

    #[test]
    fn the_common_beginning_is_measured() {
        assert_eq!(common_beginning("uupunut", "uupumus"), 4);
        assert_eq!(common_beginning("a", "b"), 0);
    }

    proptest! {
        #[test]
        fn slips_are_the_same_both_ways_and_none_only_between_equals(one in "[abc]{0,6}", other in "[abc]{0,6}") {
            prop_assert_eq!(slips(&one, &other, 2), slips(&other, &one, 2));
            prop_assert_eq!(slips(&one, &other, 2) == Some(0), one == other);
        }

        #[test]
        fn one_letter_too_many_is_one_slip(word in "[abc]{0,6}", place in 0_usize..7) {
            let mut longer = word.clone();
            longer.insert(place.min(word.len()), 'x');
            prop_assert_eq!(slips(&word, &longer, 1), Some(1));
        }
    }
}
