//! The folder where a browser keeps what it keeps, fresh for each story and left behind for whoever searches it.

use std::path::{Path, PathBuf};

use super::{Engine, Told};

/// Makes an empty profile for this story in this engine.
pub fn fresh(engine: Engine, story: &str) -> Told<PathBuf> {
    let name: String = story.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let folder = super::site::made().join("profiles").join(format!("{}-{name}", engine.name()));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Firefox reads its settings from the profile itself, so that a reopened profile has them too.
pub fn write_firefox_settings(profile: &Path, scripts: bool) -> Told {
    let settings = [
        // Firefox would go past the proxy for addresses of this machine.
        ("network.proxy.allow_hijacking_localhost", "true"),
        ("javascript.enabled", if scripts { "true" } else { "false" }),
        // Firefox by itself asks its makers many things; none of them is ours.
        ("network.captive-portal-service.enabled", "false"),
        ("network.connectivity-service.enabled", "false"),
        ("app.normandy.enabled", "false"),
        ("services.settings.server", "\"data:,\""),
        ("browser.safebrowsing.update.enabled", "false"),
        ("datareporting.healthreport.uploadEnabled", "false"),
        ("toolkit.telemetry.enabled", "false"),
        // Firefox notes its open pages at once, not after fifteen seconds, so that a kill does not hide what it would note.
        ("browser.sessionstore.interval", "500"),
        // A disk that a story can fill, in kilobytes.
        ("dom.quotaManager.temporaryStorage.fixedLimit", "51200"),
        // A killed Firefox otherwise opens in its own rescue mode.
        ("toolkit.startup.max_resumed_crashes", "-1"),
    ];
    let text: String = settings.iter().map(|(name, value)| format!("user_pref(\"{name}\", {value});\n")).collect();
    Ok(std::fs::write(profile.join("user.js"), text)?)
}
