//! What Trunk leaves to us at the end of a build: make script and program small, cut the program in two, write the pages.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::split::{self, marks, rules::Rules};
use crate::{Problem, Result, places, problem, run, tools};

/// The list of what may come later.
pub const LIST: &str = "xtask/later.txt";
/// The second part of the program, for the prerenderer to put into the site.
const LATER: &str = "later.wasm";
/// The functions of a program with marks, and where its marks begin.
pub const FUNCTIONS: &str = "functions.txt";
/// Asks for a program with marks, in one part: `cargo xtask later` sets it.
pub const MARKS: &str = "TUKI_MARKS";

/// What the browsers we support know, and the program uses.
const FEATURES: [&str; 6] = [
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Finishes what Trunk has put into its staging folder.
///
/// # Errors
/// Trunk did not call, a tool fails, or the site's content has mistakes; these are told by the prerenderer.
pub fn run() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or_else(|| Problem::new("Trunk calls this.").mend("run `cargo xtask build`."))?;
    let later = places::made().join(LATER);
    let _ = std::fs::remove_file(&later);
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        Staged::find(&staging)?.shrink(&later)?;
    }
    let mut pages = tools::command("cargo");
    pages.args(["run", "--quiet", "--features", "ssr", "--bin", "prerender"]);
    if later.is_file() {
        pages.env("TUKI_LATER", &later);
    }
    let (status, _) = run::shown(&mut pages)?;
    if status.success() { Ok(()) } else { Err(Problem::new("The pages could not be written.")) }
}

/// The program's two files, as Trunk's page names them.
struct Staged<'a> {
    folder: &'a Path,
    page: PathBuf,
    html: String,
}

impl<'a> Staged<'a> {
    fn find(folder: &'a Path) -> Result<Self> {
        let page = folder.join("index.html");
        let html = std::fs::read_to_string(&page).map_err(problem::about(&page))?;
        Ok(Self { folder, page, html })
    }

    fn shrink(mut self, later: &Path) -> Result<()> {
        let (script, program) = (self.file("data-js=\"")?, self.file("data-wasm=\"")?);
        let mut terser = tools::command("terser");
        terser.arg(&script).args(["--module", "--compress", "--mangle", "--output"]).arg(&script);
        quietly(&mut terser)?;
        let whole = places::made().join("whole.wasm");
        optimize(&program, &whole, true)?;
        if std::env::var_os(MARKS).is_some() {
            mark(&whole, &program, later)?
        } else {
            cut(&whole, &program, later)?
        }
        self.rename(&script, ".js")?;
        self.rename(&program, "_bg.wasm")?;
        std::fs::write(&self.page, self.html).map_err(problem::about(&self.page))
    }

    /// The file whose address stands after this mark.
    fn file(&self, mark: &str) -> Result<PathBuf> {
        let address = self.html.split_once(mark).and_then(|(_, rest)| rest.split_once('"'));
        let (address, _) = address.ok_or_else(|| {
            Problem::new(format!("Trunk's page says nothing of {mark}…")).at(&self.page, None).mend("see Trunk.toml.")
        })?;
        Ok(self.folder.join(address.trim_start_matches('/')))
    }

    /// Gives a file a name with the hash of what is in it now, and the page the new name.
    fn rename(&mut self, file: &Path, ending: &str) -> Result<()> {
        let bytes = std::fs::read(file).map_err(problem::about(file))?;
        let hash: String = Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let old = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let new = format!("tukipolku-{hash}{ending}");
        std::fs::rename(file, self.folder.join(&new)).map_err(problem::about(file))?;
        self.html = self.html.replace(&old, &new);
        Ok(())
    }
}

/// Cuts the program in two, each part as small as it gets.
fn cut(whole: &Path, program: &Path, later: &Path) -> Result<()> {
    let list = places::root().join(LIST);
    let rules = Rules::read(&std::fs::read_to_string(&list).map_err(problem::about(&list))?);
    let parts = split::split(&read(whole)?, &rules).map_err(|error| Problem::new(error).at(whole, None))?;
    for (bytes, file) in [(parts.first, program), (parts.later, later)] {
        let large = places::made().join("part.wasm");
        std::fs::write(&large, bytes).map_err(problem::about(&large))?;
        optimize(&large, file, false)?;
    }
    Ok(())
}

/// A program with marks is in one part. Its second part is empty, so that everything goes as it would.
fn mark(whole: &Path, program: &Path, later: &Path) -> Result<()> {
    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";
    std::fs::write(later, EMPTY).map_err(problem::about(later))?;
    let marked = marks::mark(&read(whole)?).map_err(|error| Problem::new(error).at(whole, None))?;
    let functions = places::made().join(FUNCTIONS);
    let list = format!("{}\n{}", marked.from, marked.functions.join("\n"));
    std::fs::write(&functions, list).map_err(problem::about(&functions))?;
    std::fs::write(program, marked.program).map_err(problem::about(program))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).map_err(problem::about(file))
}

fn optimize(from: &Path, to: &Path, with_names: bool) -> Result<()> {
    let mut command = tools::command("wasm-opt");
    command.arg("-Oz").args(FEATURES).args(with_names.then_some("--debuginfo")).arg(from).arg("--output").arg(to);
    quietly(&mut command)
}

/// Runs a tool whose words matter only when it fails.
fn quietly(command: &mut std::process::Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let done = command.output().map_err(|error| Problem::new(format!("{name} could not be run: {error}")))?;
    if done.status.success() {
        return Ok(());
    }
    Err(Problem::new(format!("{name} did not succeed: {}", String::from_utf8_lossy(&done.stderr).trim())))
}
