//! Every page passed is checked with axe-core.

use serde_json::Value;

use super::browser::Browser;
use super::failure::fail;
use super::{Failure, Told};

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
        (found) => done([...found.violations, ...found.incomplete.filter(({ id }) => id === 'frame-tested')].map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html) }))),
        (error) => done(String(error)));";

impl Browser {
    /// Fails unless axe finds nothing at all on the page as it stands.
    pub async fn assert_accessible(&self) -> Told {
        self.answer_axe().await?;
        match self.script_async(RUN, vec![]).await? {
            Value::Array(found) if found.is_empty() => Ok(()),
            found => fail(format!("axe found on {}: {found:#}", self.client.current_url().await?)),
        }
    }
}

impl Browser {
    /// Puts axe into the frame one is in, where it answers the axe of the page above: the two look at the whole together.
    pub async fn answer_axe(&self) -> Told {
        // A sandboxed frame has no origin that could be named.
        let open = "axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })";
        self.script(&format!("{}; {open}", axe()?), vec![]).await?;
        Ok(())
    }
}

fn axe() -> Told<String> {
    let file = xtask::places::root().join("tests/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file)
        .map_err(|error| Failure(format!("{}: {error}; run `npm ci` in tests/", file.display())))
}
