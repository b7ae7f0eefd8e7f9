//! A browser under a story's hands: opened, killed, reopened, and asked.

use std::path::{Path, PathBuf};

use fantoccini::wd::PrintConfigurationBuilder;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;

use super::driver::Driver;
use super::engine::Wish;
use super::{Engine, Failure, Told, profile, wait};

/// The size of a window in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub enum Screen {
    /// 390 × 844.
    Phone,
    /// 1280 × 900.
    Desktop,
}

impl Screen {
    fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (390, 844),
            Self::Desktop => (1280, 900),
        }
    }
}

/// How much of a window's width its own frame and scroll bar may take, in CSS pixels.
const FRAME: u64 = 32;

/// A browser with its driver and its profile.
pub struct Browser {
    /// Which engine.
    pub engine: Engine,
    /// WebDriver's own client, for what has no word here.
    pub client: Client,
    driver: Driver,
    wish: Wish,
}

impl Browser {
    /// Opens a browser with this profile, behind the proxy on this port.
    pub async fn open(engine: Engine, profile: PathBuf, proxy: u16, scripts: bool) -> Told<Self> {
        let wish = Wish { profile, proxy, scripts };
        let (driver, client) = start(engine, &wish).await?;
        Ok(Self { engine, client, driver, wish })
    }

    /// Kills it as a crash would (signal 9), and opens it again with the same profile.
    pub async fn kill_and_reopen(&mut self) -> Told {
        self.kill();
        let (driver, client) = start(self.engine, &self.wish).await?;
        (self.driver, self.client) = (driver, client);
        Ok(())
    }

    /// The folder where it keeps what it keeps.
    pub fn profile(&self) -> &Path {
        &self.wish.profile
    }

    /// Kills it as a crash would (signal 9).
    pub fn kill(&self) {
        self.driver.kill_browser();
    }

    /// Closes it the polite way and opens it again with the same profile, with scripts on or off.
    pub async fn reopen(&mut self, scripts: bool) -> Told {
        self.client.clone().close().await?;
        self.wish.scripts = scripts;
        let (driver, client) = start(self.engine, &self.wish).await?;
        (self.driver, self.client) = (driver, client);
        Ok(())
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Told<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Runs a script that ends by calling its last argument, and gives what it calls it with.
    pub async fn script_async(&self, script: &str, arguments: Vec<Value>) -> Told<Value> {
        Ok(self.client.execute_async(script, arguments).await?)
    }

    /// Prints the page to a PDF that nobody keeps.
    pub async fn print(&self) -> Told {
        let pages = PrintConfigurationBuilder::default().build().map_err(|error| Failure(format!("{error:?}")))?;
        Ok(self.client.print(pages).await.map(drop)?)
    }

    /// Makes the page this wide, or as narrow as the engine's window can be, and gives the width that came about.
    pub async fn resize(&self, screen: Screen) -> Told<u64> {
        let (width, height) = screen.size();
        self.client.set_window_size(width, height).await?;
        let most = u64::from(width.max(self.engine.narrowest()));
        // The window has its new size before the page has.
        wait::until(&format!("the page is {width} pixels wide"), async || {
            let now = self.script("return innerWidth", vec![]).await?.as_u64().unwrap_or(0);
            Ok((now <= most && now + FRAME >= u64::from(width)).then_some(now))
        })
        .await
    }

    /// Writes a picture to `target/screenshots/<name>-<engine>.png`.
    pub async fn picture(&self, name: &str) -> Told {
        let folder = xtask::places::root().join("target/screenshots");
        std::fs::create_dir_all(&folder)?;
        let picture = self.client.screenshot().await?;
        Ok(std::fs::write(folder.join(format!("{name}-{}.png", self.engine.name())), picture)?)
    }
}

async fn start(engine: Engine, wish: &Wish) -> Told<(Driver, Client)> {
    if engine == Engine::Firefox {
        profile::write_firefox_settings(&wish.profile, wish.scripts)?;
    }
    let driver = Driver::start(engine, &wish.profile).await?;
    let client =
        ClientBuilder::new(HttpConnector::new()).capabilities(engine.capabilities(wish)).connect(&driver.url()).await?;
    Ok((driver, client))
}
