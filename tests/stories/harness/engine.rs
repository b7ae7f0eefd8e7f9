//! The three engines and how a session in each is asked for.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, through WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
    /// Engines whose automation keeps a profile over a restart and can switch scripts off.
    pub const KEEPING: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The program that speaks WebDriver for it.
    pub fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// The narrowest a window can be, in CSS pixels. Only Chromium shows a page as wide as a phone.
    pub fn narrowest(self) -> u32 {
        match self {
            Self::Chromium => 0,
            Self::Firefox => 500,
            Self::WebKit => 450,
        }
    }

    /// What a session is asked to be like.
    pub fn capabilities(self, wish: &Wish) -> Map<String, Value> {
        let own = match self {
            Self::Chromium => chromium(wish),
            Self::Firefox => firefox(wish),
            Self::WebKit => webkit(),
        };
        let mut all = own.as_object().cloned().unwrap_or_default();
        let proxy = format!("127.0.0.1:{}", wish.proxy);
        all.insert("proxy".into(), json!({"proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy}));
        all
    }
}

/// What a story wants of its browser.
pub struct Wish {
    /// Where the browser keeps what it keeps.
    pub profile: PathBuf,
    /// The port of the recording proxy.
    pub proxy: u16,
    /// Whether scripts run.
    pub scripts: bool,
}

fn chromium(wish: &Wish) -> Value {
    let args = [
        "--headless".to_owned(),
        // Chromium refuses its sandbox to root, and the checks often run as root in a container.
        "--no-sandbox".into(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--disable-dev-shm-usage".into(),
        // Chromium would go past the proxy for addresses of this machine.
        "--proxy-bypass-list=<-loopback>".into(),
        format!("--user-data-dir={}", wish.profile.display()),
    ];
    let scripts = if wish.scripts { 1 } else { 2 };
    let prefs = json!({"profile.managed_default_content_settings.javascript": scripts});
    json!({"goog:chromeOptions": {"binary": program("chromium"), "args": args, "prefs": prefs}})
}

fn firefox(wish: &Wish) -> Value {
    json!({"moz:firefoxOptions": {
        "binary": program("firefox-esr"),
        "args": ["-headless", "-profile", wish.profile],
    }})
}

fn webkit() -> Value {
    json!({"webkitgtk:browserOptions": {"binary": mini_browser(), "args": ["--automation"]}})
}

fn program(name: &str) -> PathBuf {
    xtask::tools::find(name).unwrap_or_else(|| name.into())
}

/// Debian keeps WebKit's small browser beside its library, in a folder named after the machine and the version.
fn mini_browser() -> Option<PathBuf> {
    let folders = |folder: &Path| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let versions = folders(Path::new("/usr/lib")).into_iter().flat_map(|machine| folders(&machine));
    let webkit =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4"));
    versions.filter(webkit).map(|version| version.join("MiniBrowser")).find(|browser| browser.is_file())
}
