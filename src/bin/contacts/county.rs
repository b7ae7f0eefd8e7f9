//! `county new`: a folder in which everything to be filled in is there already, with a word about each.

use clap::Args;

use super::folders;

/// Which folder to begin.
#[derive(Args)]
pub struct Options {
    /// The folder's name: small letters and hyphens, such as pohjois-savo.
    id: String,
    /// The code of the wellbeing services county classification: 01 to 21, 90 or 91.
    #[arg(long, default_value = "00")]
    code: String,
}

/// The files of a new folder: name and text. `ID` and `CODE` stand for what was asked for.
const FILES: [(&str, &str); 3] = [
    ("county.toml", include_str!("kit/county.toml")),
    ("contacts.toml", include_str!("kit/contacts.toml")),
    ("theme.css", include_str!("kit/theme.css")),
];

/// Makes the folder, and tells what to do next. A folder that is there already is left alone.
pub fn run(options: &Options) -> Result<(), String> {
    make(folders::root(), &options.id, &options.code)?;
    println!(
        "counties/{} is begun. Fill in county.toml and contacts.toml, then run `cargo xtask content`:",
        options.id
    );
    println!(
        "it names every line that still lacks something. `cargo xtask contacts check --county {}` tells the rest.",
        options.id
    );
    Ok(())
}

/// Writes the files of a new folder.
pub fn make(root: &std::path::Path, id: &str, code: &str) -> Result<(), String> {
    let sound = |letter: char| letter.is_ascii_lowercase() || letter == '-';
    if id.is_empty() || !id.chars().all(sound) || id.starts_with('-') {
        return Err(format!(
            "\"{id}\" is no name for a folder: write small letters a to z and hyphens, such as pohjois-savo."
        ));
    }
    let folder = root.join("counties").join(id);
    if folder.exists() {
        return Err(format!("counties/{id} is there already. It was not touched."));
    }
    for (name, text) in FILES {
        folders::write(&folder.join(name), &text.replace("CODE", code).replace("ID", id))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tukipolku::contacts::folders::read_all;

    use super::*;

    #[test]
    fn a_new_folder_is_told_line_by_line_until_it_is_filled_in() {
        let root = std::env::temp_dir().join(format!("tukipolku-kit-{}", std::process::id()));
        make(&root, "uusi-alue", "13").expect("a new folder");
        assert!(make(&root, "uusi-alue", "13").expect_err("a second time").contains("was not touched"));
        let errors = read_all(&root, false).expect_err("an unfilled folder");
        let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
        for words in ["county.toml:7: site is \"\"", "The name in Suomi is empty"] {
            assert!(told.iter().any(|line| line.contains(words)), "{words} in {told:#?}");
        }
        let file = root.join("counties/uusi-alue/county.toml");
        let text = std::fs::read_to_string(&file).expect("county.toml");
        let filled =
            text.replace("site = \"\"", "site = \"https://uusi.example/\"").replace("fi = \"\"", "fi = \"Uusi alue\"");
        let filled = filled.replace("sv = \"\"", "sv = \"Nytt område\"").replace("en = \"\"", "en = \"New county\"");
        std::fs::write(&file, filled).expect("county.toml");
        let counties = read_all(&root, false).expect("a filled folder");
        assert_eq!((counties[0].id.as_str(), counties[0].contacts.len()), ("uusi-alue", 0));
        // What is left in the temporary folder harms nobody.
        let _ = std::fs::remove_dir_all(&root);
    }

    #[test]
    fn only_a_plain_name_is_a_folder() {
        for id in ["", "..", "../x", "Savo", "a/b", "-x", "pöhjä"] {
            assert!(make(std::path::Path::new("/nonexistent"), id, "13").is_err(), "{id}");
        }
    }
}
