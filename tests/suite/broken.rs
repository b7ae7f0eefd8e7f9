//! A copy of content, data and county folders with one mistake in it, as an editor might make it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::source::root;

/// One mistake: in this file these words were replaced by those, and the message must name the line and say this.
pub struct Mistake {
    /// The file, from the root of the repository.
    pub file: &'static str,
    /// Words of the file.
    pub instead_of: &'static str,
    /// What stands there by mistake.
    pub stands: &'static str,
    /// Where the message must point.
    pub told_at: Told,
    /// What the message says.
    pub says: &'static str,
}

/// Where a mistake is told.
pub enum Told {
    /// On the line where the mistake stands.
    There,
    /// On the line with these words, where the part begins that lacks something.
    At(&'static str),
}

/// The copy, removed at the end.
pub struct Copy(PathBuf);

impl Copy {
    /// Copies what the site is made of and makes the mistake. The name keeps tests apart that run at the same time.
    pub fn with(mistake: &Mistake, name: &str) -> Self {
        let place = std::env::temp_dir().join(format!("tukipolku-broken-{name}-{}", std::process::id()));
        for folder in ["content", "data", "counties"] {
            copy(&root().join(folder), &place.join(folder));
        }
        let file = place.join(mistake.file);
        let text = fs::read_to_string(&file).expect(mistake.file);
        assert!(text.contains(mistake.instead_of), "{} no longer holds {:?}", mistake.file, mistake.instead_of);
        fs::write(&file, text.replacen(mistake.instead_of, mistake.stands, 1)).expect(mistake.file);
        Self(place)
    }

    /// The root of the copy.
    pub fn root(&self) -> &Path {
        &self.0
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What is left in the temporary folder harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary folder");
    for entry in fs::read_dir(from).expect("a folder of the repository") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file of the repository");
        }
    }
}

impl Mistake {
    /// The line at which the mistake must be told.
    pub fn line(&self) -> usize {
        let text = fs::read_to_string(root().join(self.file)).expect(self.file);
        let words = match self.told_at {
            Told::At(words) => words,
            Told::There => self.instead_of,
        };
        text.split(words).next().unwrap_or_default().matches('\n').count() + 1
    }
}
