//! Packages of Debian and Ubuntu.

use crate::tools::{self, Source, Tool};
use crate::{Problem, Result, run};

/// Installs the packages of these tools, or says which line a person with the right to do so should run.
pub fn install(missing: &[&Tool]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    for tool in missing {
        println!("{} is missing; it is needed to {}.", tool.program, tool.why);
    }
    let packages = packages(missing);
    let prefix = right_to_install().ok_or_else(|| cannot(&packages))?;
    run::with_progress("Refreshing the list of packages", &mut apt_get(prefix, &["update"]))?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&packages);
    let saying = format!("Installing {}", packages.join(", "));
    run::with_progress(&saying, &mut apt_get(prefix, &arguments)).map_err(|problem| problem.mend(by_hand(&packages)))
}

fn packages(missing: &[&Tool]) -> Vec<&'static str> {
    let package = |tool: &&Tool| match tool.source {
        Source::Apt(package) => Some(package),
        _ => None,
    };
    missing.iter().filter_map(package).collect()
}

/// What goes in front of `apt-get`: nothing for root, `sudo` where it asks no password, and `None` where neither holds.
fn right_to_install() -> Option<&'static [&'static str]> {
    tools::find("apt-get")?;
    if rustix::process::geteuid().is_root() {
        return Some(&[]);
    }
    let asked = tools::command("sudo").args(["-n", "true"]).output();
    asked.is_ok_and(|asked| asked.status.success()).then_some(&["sudo", "-n"])
}

fn apt_get(prefix: &[&str], arguments: &[&str]) -> std::process::Command {
    let mut words = prefix.iter().copied().chain(["apt-get"]);
    let mut command = tools::command(words.next().unwrap_or("apt-get"));
    command.args(words).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn cannot(packages: &[&str]) -> Problem {
    Problem::new("Some programs are missing and this user may not install them.").mend(by_hand(packages))
}

fn by_hand(packages: &[&str]) -> String {
    format!(
        "run `sudo apt-get update && sudo apt-get install --no-install-recommends {}`, then this command again.",
        packages.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_the_right_to_install_the_exact_line_is_printed() {
        let chromium = tools::FOR_TESTS.iter().find(|tool| tool.program == "chromium").unwrap();
        let xvfb = tools::FOR_TESTS.iter().find(|tool| tool.program == "Xvfb").unwrap();
        let said = cannot(&packages(&[chromium, xvfb])).to_string();
        assert!(said.contains("sudo apt-get install --no-install-recommends chromium xvfb`"), "{said}");
    }
}
