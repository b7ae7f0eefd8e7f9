//! The form of a Finnish personal identity code. Only its form is looked at; nobody is stopped by it.

/// The control characters in the order of the remainder (Digital and Population Data Services Agency).
const CONTROL: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// Whether a text can be a personal identity code: a date, the sign of its century, a number and the control character that
/// follows from them. Knows the further century signs in use since 2023: Y, X, W, V and U beside the hyphen, B to F beside A.
///
/// ```
/// # use tukipolku::domain::is_personal_identity_code;
/// assert!(is_personal_identity_code("131052-308T"));
/// assert!(!is_personal_identity_code("131052-308U"));
/// ```
pub fn is_personal_identity_code(text: &str) -> bool {
    let code = text.trim().as_bytes();
    let [date @ .., sign, a, b, c, control] = code else { return false };
    let (Some(date), Some(number)) = (digits(date, 6), digits(&[*a, *b, *c], 3)) else { return false };
    let (day, month) = (date / 10_000, date / 100 % 100);
    let dated = (1..=31).contains(&day) && (1..=12).contains(&month);
    let rest = (date * 1000 + number) % 31;
    dated && is_century(*sign) && CONTROL[rest as usize] == control.to_ascii_uppercase()
}

/// The signs of the 19th, 20th and 21st century.
fn is_century(sign: u8) -> bool {
    b"+-YXWVUABCDEF".contains(&sign.to_ascii_uppercase())
}

/// The number that exactly so many digits write.
fn digits(text: &[u8], length: usize) -> Option<u64> {
    let all = text.len() == length && text.iter().all(u8::is_ascii_digit);
    all.then(|| text.iter().fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_century_signs_are_known() {
        for code in ["131052-308T", " 131052-308t ", "131052Y308T", "131052A308T", "131052f308T", "131052+308T"] {
            assert!(is_personal_identity_code(code), "{code}");
        }
    }

    #[test]
    fn what_cannot_be_a_code_is_told_apart() {
        let wrong =
            ["", "131052308T", "131052-308U", "131352-308T", "321052-308T", "131052G308T", "abc", "131052-3081T"];
        for code in wrong {
            assert!(!is_personal_identity_code(code), "{code}");
        }
        assert!(!is_personal_identity_code("ÅÄÖ052-308T"));
    }
}
