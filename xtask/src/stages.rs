//! A long check as a row of stages: each is timed, its tests are counted, and one plain line closes it.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::{Problem, Result, run};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: usize,
    /// Tests, or whole stages, that failed.
    pub failed: usize,
}

/// Stages that have been run so far.
#[derive(Default)]
pub struct Stages {
    done: Vec<(String, Duration, Counts)>,
}

impl Stages {
    /// Runs one program as a stage and shows what it says.
    pub fn run(&mut self, name: &str, command: &mut Command) {
        self.stage(name, || counted(name, command));
    }

    /// Runs a stage that is tests. None at all is a failure: a filter that fits nothing would otherwise always pass.
    pub fn tests(&mut self, name: &str, command: &mut Command) {
        self.stage(name, || counted_tests(name, command));
    }

    /// Runs a stage of our own. A problem counts as one failure; the next stages run all the same, since
    /// one run should tell everything that is wrong.
    pub fn stage(&mut self, name: &str, work: impl FnOnce() -> Result<Counts>) {
        println!("\n== {name}");
        let began = Instant::now();
        let counts = work().unwrap_or_else(|problem| {
            eprintln!("{problem}");
            Counts { passed: 0, failed: 1 }
        });
        self.done.push((name.to_owned(), began.elapsed(), counts));
    }

    /// Whether anything failed so far.
    pub fn failed(&self) -> bool {
        self.total().failed > 0
    }

    fn total(&self) -> Counts {
        let add = |sum: Counts, (_, _, counts): &(String, Duration, Counts)| Counts {
            passed: sum.passed + counts.passed,
            failed: sum.failed + counts.failed,
        };
        self.done.iter().fold(Counts::default(), add)
    }

    /// Prints the time of each stage and the closing line.
    pub fn close(self) -> Result<()> {
        println!("\n{}", self.table());
        let total = self.total();
        println!("{} passed, {} failed", total.passed, total.failed);
        match total.failed {
            0 => Ok(()),
            _ => Err(Problem::new("Not everything passed; the stages above say what to look at.")),
        }
    }

    fn table(&self) -> String {
        let whole: Duration = self.done.iter().map(|(_, took, _)| *took).sum();
        let row = |name: &str, took, counts: Counts| {
            format!("{:>11}  {:>5} passed  {:>3} failed  {name}\n", run::seconds(took), counts.passed, counts.failed)
        };
        let rows: String = self.done.iter().map(|(name, took, counts)| row(name, *took, *counts)).collect();
        rows + &row("all together", whole, self.total())
    }
}

/// Runs a program that is tests and counts them; none at all is a problem.
pub fn counted_tests(name: &str, command: &mut Command) -> Result<Counts> {
    match counted(name, command)? {
        Counts { passed: 0, failed: 0 } => Err(Problem::new(format!("“{name}” ran no test at all."))),
        counts => Ok(counts),
    }
}

fn counted(name: &str, command: &mut Command) -> Result<Counts> {
    let (status, lines) = run::shown(command)?;
    let counts = count(&lines);
    match status.success() || counts.failed > 0 {
        true => Ok(counts),
        false => Err(Problem::new(format!("“{name}” did not succeed ({status})."))),
    }
}

/// Adds up lines such as `test result: ok. 12 passed; 0 failed; …`, which cargo, wasm-bindgen and our stories print.
pub fn count(lines: &[String]) -> Counts {
    let mut counts = Counts::default();
    for line in lines.iter().filter(|line| line.contains("test result:")) {
        counts.passed += number_before(line, " passed");
        counts.failed += number_before(line, " failed");
    }
    counts
}

fn number_before(line: &str, word: &str) -> usize {
    let before = line.split(word).next().unwrap_or_default();
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_many_test_programs_are_added_up() {
        let lines = [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured".to_owned(),
            "something 99 passed 99 failed".to_owned(),
            "test result: FAILED. 3 passed; 2 failed; 0 ignored".to_owned(),
        ];
        assert_eq!(count(&lines), Counts { passed: 15, failed: 2 });
    }

    #[test]
    fn a_stage_that_fails_without_tests_counts_as_one_failure_and_the_next_still_runs() {
        let mut stages = Stages::default();
        stages.run("lints", Command::new("false").arg("x"));
        stages.tests("a filter that fits nothing", Command::new("echo").arg("test result: ok. 0 passed; 0 failed;"));
        stages.tests("tests", Command::new("echo").arg("test result: ok. 2 passed; 0 failed;"));
        assert_eq!(stages.total(), Counts { passed: 2, failed: 2 });
        assert!(stages.close().is_err());
    }
}
