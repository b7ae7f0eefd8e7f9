//! Letters made comparable: small, without dots, rings and accents.
//!
//! Only the letters of Finnish, Swedish and the Sámi languages are known; the tables for all of Unicode would weigh more than
//! everything that is looked up with them.

/// The small letter without marks: `Ä` gives `a`. What is no letter of ours comes back as it is.
pub const fn bare(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        'ä' | 'Ä' | 'å' | 'Å' | 'á' | 'Á' | 'â' | 'Â' | 'à' | 'À' => 'a',
        'ö' | 'Ö' | 'õ' | 'Õ' | 'ø' | 'Ø' => 'o',
        'é' | 'É' | 'è' | 'È' => 'e',
        'ü' | 'Ü' => 'u',
        'č' | 'Č' => 'c',
        'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
        'ŋ' | 'Ŋ' => 'n',
        'š' | 'Š' => 's',
        'ŧ' | 'Ŧ' => 't',
        'ž' | 'Ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_capitals_go() {
        assert_eq!("ÄitiÅŠ1-".chars().map(bare).collect::<String>(), "aitias1-");
    }
}
