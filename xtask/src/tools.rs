//! The tools the project uses and their exact versions. This is the only place that names them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places;

/// A tool that is run from the command line.
pub struct Tool {
    /// The name it is called by.
    pub program: &'static str,
    /// Text that `--version` must contain. `None` when any version will do.
    pub version: Option<&'static str>,
    /// What it is for, as the end of "needed to …".
    pub why: &'static str,
    /// How it gets here when it is missing.
    pub source: Source,
}

/// Where a tool comes from.
pub enum Source {
    /// `cargo install` with these arguments.
    Cargo(&'static [&'static str]),
    /// `npm ci` in `tests/`, whose lock file holds the version.
    Npm,
    /// `pip install` of `tests/requirements.txt`, which holds the version.
    Pip,
    /// A package of Debian or Ubuntu.
    Apt(&'static str),
}

/// Version of `wasm-bindgen`; its program and its library must agree to the last digit.
pub const WASM_BINDGEN: &str = "0.2.130";

/// Tools for making the site.
pub const FOR_SITE: &[Tool] = &[
    Tool { program: "node", version: None, why: "run wasm-opt", source: Source::Apt("nodejs") },
    Tool {
        program: "npm",
        version: None,
        why: "fetch wasm-opt and the accessibility checker",
        source: Source::Apt("npm"),
    },
    Tool {
        program: "wasm-bindgen",
        version: Some(WASM_BINDGEN),
        why: "join the program with the browser",
        // Without `--locked`: its published lock file no longer builds.
        source: Source::Cargo(&["wasm-bindgen-cli@0.2.130"]),
    },
    Tool {
        program: "trunk",
        version: Some("0.21.14"),
        why: "build the site",
        source: Source::Cargo(&["trunk@0.21.14", "--locked", "--no-default-features"]),
    },
    Tool { program: "wasm-opt", version: Some("version 132"), why: "make the program small", source: Source::Npm },
];

/// Tools that only the tests need.
pub const FOR_TESTS: &[Tool] = &[
    Tool { program: "chromium", version: None, why: "run the stories in Chromium", source: Source::Apt("chromium") },
    Tool { program: "chromedriver", version: None, why: "drive Chromium", source: Source::Apt("chromium-driver") },
    Tool {
        program: "firefox-esr",
        version: None,
        why: "run the stories in Firefox",
        source: Source::Apt("firefox-esr"),
    },
    Tool {
        program: "geckodriver",
        version: Some("0.37"),
        why: "drive Firefox",
        source: Source::Cargo(&["geckodriver@0.37.1", "--locked"]),
    },
    Tool {
        program: "WebKitWebDriver",
        version: None,
        why: "run the stories in WebKit",
        source: Source::Apt("webkit2gtk-driver"),
    },
    Tool { program: "Xvfb", version: None, why: "give WebKit a screen", source: Source::Apt("xvfb") },
    Tool {
        program: "initdb",
        version: None,
        why: "try the inbox on a PostgreSQL server of its own",
        source: Source::Apt("postgresql"),
    },
    Tool {
        program: "nginx",
        version: None,
        why: "try the emitted header rules on a real server",
        source: Source::Apt("nginx"),
    },
    Tool {
        program: "cargo-deny",
        version: Some("0.20.2"),
        why: "look at licences and sources of all libraries",
        source: Source::Cargo(&["cargo-deny@0.20.2", "--locked"]),
    },
    Tool {
        program: "age",
        version: None,
        why: "open a sealed message with the stock tool",
        source: Source::Apt("age"),
    },
];

/// The tester that makes requests out of the inbox's OpenAPI document.
pub const SCHEMATHESIS: Tool = Tool {
    program: "schemathesis",
    version: Some("4.32.5"),
    why: "try the inbox's interface against its own description",
    source: Source::Pip,
};

/// What makes Python environments, where it does not come with Python.
pub const PYTHON_ENVIRONMENTS: Tool = Tool {
    program: "python3-venv",
    version: None,
    why: "install schemathesis without touching the machine's Python",
    source: Source::Apt("python3-venv"),
};

/// Where programs are looked for: ours first, then what the machine has, then where Debian keeps its servers.
/// Our Python comes last, so that it stands in nobody's way.
pub fn search_path() -> std::ffi::OsString {
    let ours = [places::tools().join("bin"), places::root().join("tests/node_modules/.bin")];
    let theirs = std::env::var_os("PATH").unwrap_or_default();
    let all = ours.into_iter().chain(std::env::split_paths(&theirs)).chain(folders_of_servers());
    std::env::join_paths(all).unwrap_or(theirs.clone())
}

/// Debian keeps servers off an ordinary user's path, and PostgreSQL in a folder for each version.
fn folders_of_servers() -> Vec<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<_> = versions.map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.reverse();
    folders.push("/usr/sbin".into());
    folders.push(places::tools().join("python/bin"));
    folders
}

/// The same, with a folder before all others.
pub fn search_path_after(first: PathBuf) -> std::ffi::OsString {
    let path = search_path();
    let all = std::iter::once(first).chain(std::env::split_paths(&path));
    std::env::join_paths(all).unwrap_or(path.clone())
}

/// The file of a program, if it is installed.
pub fn find(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&search_path()).map(|folder| folder.join(program)).find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

/// A command that finds our tools first, run from the top of the repository.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(find(program).unwrap_or_else(|| program.into()));
    command.env("PATH", search_path()).current_dir(places::root());
    // What cargo tells us about ourselves means something else to the cargo we call: `ring` would be built anew each time.
    let told = std::env::vars_os().map(|(name, _)| name);
    for name in told.filter(|name| is_about_us(&name.to_string_lossy())) {
        command.env_remove(name);
    }
    command
}

/// Whether cargo tells a program something of the package it belongs to under this name.
fn is_about_us(name: &str) -> bool {
    name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
}

impl Tool {
    /// Whether the tool is here and, where a version is asked for, runs and is that version.
    pub fn is_here(&self) -> bool {
        match (find(self.program), self.version) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(_), Some(version)) => version_of(self.program).is_some_and(|said| says(&said, version)),
        }
    }
}

/// What a program says about its version.
fn version_of(program: &str) -> Option<String> {
    let output = command(program).arg("--version").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a version line names this version and not one that merely begins with it.
fn says(line: &str, version: &str) -> bool {
    line.match_indices(version)
        .any(|(at, _)| !line[at + version.len()..].starts_with(|next: char| next.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_version_is_another_version() {
        assert!(says("trunk 0.21.14", "0.21.14"));
        assert!(says("geckodriver 0.37.1 (abc)", "0.37"));
        assert!(!says("trunk 0.21.145", "0.21.14"));
        assert!(!says("trunk 0.22.0", "0.21.14"));
    }

    #[test]
    fn a_cargo_within_cargo_is_told_nothing_of_the_outer_one() {
        let removed = |name: &str| command("cargo").get_envs().any(|(key, value)| key == name && value.is_none());
        assert!(removed("CARGO_MANIFEST_DIR") && removed("CARGO_PKG_NAME") && removed("CARGO_PKG_VERSION"));
    }

    #[test]
    fn the_program_and_the_library_of_wasm_bindgen_agree() {
        let manifest = std::fs::read_to_string(places::root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains(&format!("wasm-bindgen = {{ version = \"={WASM_BINDGEN}\"")));
        let tool = FOR_SITE.iter().find(|tool| tool.program == "wasm-bindgen").unwrap();
        let Source::Cargo(arguments) = &tool.source else { panic!("wasm-bindgen comes from cargo") };
        assert!(arguments[0].ends_with(&format!("@{WASM_BINDGEN}")));
    }
}
