//! Splits a content file into its header between `+++` lines and its body.

use super::content_error::ContentError;

/// A content file taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FrontMatter<'a> {
    /// The TOML between the `+++` lines. One line stands above it.
    pub(super) header: &'a str,
    /// Everything after the header.
    pub(super) body: &'a str,
    /// The number of lines above the body.
    pub(super) lines_before_body: usize,
}

/// Takes a content file apart.
pub(super) fn split<'a>(file: &str, text: &'a str) -> Result<FrontMatter<'a>, ContentError> {
    let fault =
        |line, what: &str| ContentError::new(file, line, what, "Begin the file with a header between two lines `+++`.");
    let rest = text.strip_prefix("+++\n").ok_or_else(|| fault(1, "The header is missing."))?;
    let (header, body) = rest.split_once("\n+++\n").ok_or_else(|| fault(1, "The header does not end."))?;
    Ok(FrontMatter { header, body, lines_before_body: header.lines().count() + 2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_apart_with_its_lines_counted() {
        let parts = split("a.md", "+++\nid = \"a\"\ntitle = \"A\"\n+++\nBody\n").unwrap();
        assert_eq!(parts.header, "id = \"a\"\ntitle = \"A\"");
        assert_eq!((parts.body, parts.lines_before_body), ("Body\n", 4));
    }

    #[test]
    fn a_file_without_a_whole_header_is_refused() {
        assert!(split("a.md", "Body").is_err());
        assert!(split("a.md", "+++\nid = \"a\"\n").is_err());
    }
}
