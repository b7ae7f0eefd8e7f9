//! A slower processor, which only Chromium can play.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::json;
use url::{ParseError, Url};

use super::{Told, browser::Browser};

/// Chromium's own command through its driver.
#[derive(Debug)]
struct Throttle(u32);

impl WebDriverCompatibleCommand for Throttle {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let command = json!({ "cmd": "Emulation.setCPUThrottlingRate", "params": { "rate": self.0 } });
        (Method::POST, Some(command.to_string()))
    }
}

/// Makes the page's processor this many times slower; 1 is its own speed.
pub async fn throttle(browser: &Browser, times: u32) -> Told {
    browser.client.issue_cmd(Throttle(times)).await?;
    Ok(())
}
