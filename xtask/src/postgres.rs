//! A PostgreSQL server for tests: in a temporary folder, spoken to through a socket in that folder only, run by a user
//! without rights, and gone with this value.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Problem, Result, problem, tools};

/// How long a new server may take until it answers.
const START: Duration = Duration::from_secs(60);

/// The numbers of a user and of its group.
type User = (u32, u32);

/// A running server.
pub struct Postgres {
    folder: PathBuf,
    server: Child,
}

impl Postgres {
    /// Makes an empty server and waits until it answers.
    pub fn start() -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("tukipolku-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(problem::about(&folder))?;
        let user = unprivileged()?;
        if let Some((user, group)) = user {
            std::os::unix::fs::chown(&folder, Some(user), Some(group)).map_err(problem::about(&folder))?;
        }
        make(&folder, user)?;
        let server = Self { server: serve(&folder, user)?, folder };
        server.wait().map(|()| server)
    }

    /// The address of its first database, for the inbox's setting `database`.
    pub fn address(&self) -> String {
        format!("postgres:///postgres?host={}&user=inbox", self.folder.display())
    }

    fn wait(&self) -> Result<()> {
        let began = Instant::now();
        while began.elapsed() < START {
            let mut ask = tools::command("pg_isready");
            let asked = ask.arg("--quiet").arg("--host").arg(&self.folder).args(["--timeout", "3"]).status();
            if asked.is_ok_and(|status| status.success()) {
                return Ok(());
            }
        }
        Err(Problem::new("The PostgreSQL server does not answer.").mend("look at what it says above."))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // A folder that is about to be removed needs no orderly end.
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn make(folder: &Path, user: Option<User>) -> Result<()> {
    let mut command = as_user("initdb", folder, user);
    command.args(["--username", "inbox", "--auth", "trust", "--encoding", "UTF8", "--no-locale", "--pgdata"]);
    let output = command.arg(folder.join("data")).output();
    let output = output.map_err(|error| Problem::new(format!("initdb could not be run: {error}")))?;
    match output.status.success() {
        true => Ok(()),
        false => Err(Problem::new(format!("initdb did not succeed: {}", String::from_utf8_lossy(&output.stderr)))),
    }
}

fn serve(folder: &Path, user: Option<User>) -> Result<Child> {
    let mut command = as_user("postgres", folder, user);
    command.arg("-D").arg(folder.join("data")).arg("-k").arg(folder);
    // No network address at all, and room for many tests at once.
    command.args(["-c", "listen_addresses=", "-c", "max_connections=400", "-c", "log_min_messages=fatal"]);
    // Tests break things on purpose, and the server writes each of them down on its standard error.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map_err(|error| Problem::new(format!("PostgreSQL could not be started: {error}")))
}

fn as_user(program: &str, folder: &Path, user: Option<User>) -> Command {
    let mut command = tools::command(program);
    command.current_dir(folder);
    if let Some((user, group)) = user {
        command.uid(user).gid(group);
    }
    command
}

/// PostgreSQL refuses to be run by root. Its Debian package brings a user for it; anybody else runs it as themselves.
fn unprivileged() -> Result<Option<User>> {
    if !rustix::process::geteuid().is_root() {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let user = users.lines().find_map(|line| {
        let mut numbers = line.strip_prefix("postgres:x:")?.split(':').map_while(|number| number.parse().ok());
        Some((numbers.next()?, numbers.next()?))
    });
    user.map(Some).ok_or_else(|| {
        Problem::new("There is no user “postgres” to run the server.").mend("install the package postgresql.")
    })
}
