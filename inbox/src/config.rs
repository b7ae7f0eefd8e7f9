//! The inbox's settings: a TOML file, every value of which has a documented default except the counties.

use crate::sealed::Sizes;
use ipnet::IpNet;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// All settings. `docs/inbox/running.md` shows a whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Where senders reach the inbox. Port 0 takes any free port.
    pub listen: SocketAddr,
    /// Where staff reach it. Without this, the staff's side is served on `listen` too.
    pub staff_listen: Option<SocketAddr>,
    /// The database: `sqlite:` and the path of a file, or `postgres://` and where the server is.
    pub database: String,
    /// The folder with the staff reader's files, as `tukipolku-inbox reader write` writes them.
    pub reader_dir: Option<PathBuf>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Which sizes are taken.
    pub sizes: SizeRules,
    /// How much one part of the network may send.
    pub rate: RateRules,
    /// What becomes of messages with time.
    pub retention: RetentionRules,
    /// The counties, by the name that stands in the address.
    pub counties: BTreeMap<String, County>,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 8480)),
            staff_listen: None,
            database: "sqlite:inbox.db".into(),
            reader_dir: None,
            trusted_proxies: Vec::new(),
            sizes: SizeRules::default(),
            rate: RateRules::default(),
            retention: RetentionRules::default(),
            counties: BTreeMap::new(),
        }
    }
}

/// One county that receives here.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct County {
    /// The exact origins of the sites whose forms may send: `https://tuki.example.fi`.
    pub origins: Vec<String>,
}

/// The sizes that the forms pad to, and how many keys they seal to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SizeRules {
    /// Padded plain text sizes in KiB.
    pub plaintext_kib: Vec<usize>,
    /// The smallest number of recipients: the team and the recovery key.
    pub recipients_min: usize,
    /// The largest number of recipients: both kinds of key while they are being changed.
    pub recipients_max: usize,
}

impl Default for SizeRules {
    fn default() -> Self {
        SizeRules { plaintext_kib: vec![16, 64, 256], recipients_min: 2, recipients_max: 4 }
    }
}

impl SizeRules {
    /// The same rules in bytes.
    pub fn to_sizes(&self) -> Sizes {
        Sizes {
            plaintext: self.plaintext_kib.iter().map(|kib| kib * 1024).collect(),
            recipients: self.recipients_min..=self.recipients_max,
        }
    }
}

/// How much one part of the network may send. A mobile operator puts many people behind one address, so the defaults
/// are generous: they stop a flood, not a busy school.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RateRules {
    /// Messages at once.
    pub burst: u32,
    /// Messages a minute after that.
    pub per_minute: u32,
    /// Messages that may be arriving at the same time, from everywhere together. With `sizes` this bounds the memory.
    pub arriving: usize,
    /// Messages that may be arriving at the same time from one part of the network (IPv4 /24, IPv6 /56).
    pub arriving_from_one: usize,
    /// Seconds that one more message waits for its turn to arrive.
    pub waiting_seconds: u64,
    /// Seconds that a whole message may take to arrive.
    pub arrival_seconds: u64,
}

impl Default for RateRules {
    fn default() -> Self {
        RateRules {
            burst: 60,
            per_minute: 30,
            arriving: 32,
            arriving_from_one: 8,
            waiting_seconds: 5,
            arrival_seconds: 120,
        }
    }
}

/// What becomes of messages with time. A message that nobody has pulled is never deleted by the inbox itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RetentionRules {
    /// Hours after which a message that nobody has pulled raises the alarm.
    pub alarm_hours: u32,
    /// Days that a handled message stays.
    pub handled_days: u32,
    /// Days that a message stays which was pulled but never marked handled.
    pub pulled_days: u32,
    /// Days that a receipt outlives its message, so that a late repeat is recognised.
    pub receipt_days: u32,
}

impl Default for RetentionRules {
    fn default() -> Self {
        RetentionRules { alarm_hours: 24, handled_days: 7, pulled_days: 90, receipt_days: 30 }
    }
}

impl Config {
    /// Reads a file and checks it.
    pub fn read(path: &Path) -> Result<Config, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| ConfigError(format!("{} cannot be read: {error}", path.display())))?;
        Config::parse(&text).map_err(|error| ConfigError(format!("{}: {}", path.display(), error.0)))
    }

    /// Reads the text of a settings file and checks it.
    pub fn parse(text: &str) -> Result<Config, ConfigError> {
        let config: Config = toml::from_str(text).map_err(|error| ConfigError(error.to_string()))?;
        config.check()?;
        Ok(config)
    }

    /// Checks what the types cannot say.
    pub fn check(&self) -> Result<(), ConfigError> {
        if self.counties.is_empty() {
            return refuse("no county is named. Add [counties.NAME] with its origins.");
        }
        for (name, county) in &self.counties {
            check_county(name, county)?;
        }
        self.sizes.check()?;
        let rate = &self.rate;
        if rate.burst == 0 || rate.per_minute == 0 || rate.arriving == 0 || rate.arriving_from_one == 0 {
            return refuse("burst, per_minute, arriving and arriving_from_one under [rate] must be at least 1.");
        }
        Ok(())
    }
}

impl SizeRules {
    fn check(&self) -> Result<(), ConfigError> {
        if self.plaintext_kib.is_empty() || self.plaintext_kib.contains(&0) {
            return refuse("plaintext_kib under [sizes] needs at least one size, and none may be 0.");
        }
        if self.plaintext_kib.iter().any(|kib| *kib > 16 * 1024) {
            return refuse("plaintext_kib under [sizes] is in KiB, and no message may be above 16384 KiB.");
        }
        if self.recipients_min == 0 || self.recipients_min > self.recipients_max || self.recipients_max > 16 {
            return refuse(
                "recipients_min under [sizes] must be at least 1, recipients_max not below it and at most 16.",
            );
        }
        Ok(())
    }
}

fn check_county(name: &str, county: &County) -> Result<(), ConfigError> {
    let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if name.is_empty() || !plain {
        return refuse(format!("the county name '{name}' may have only small letters a-z, digits and hyphens."));
    }
    match county.origins.iter().find(|origin| !is_exact_origin(origin)) {
        Some(origin) => refuse(format!(
            "'{origin}' under [counties.{name}] is no exact origin. Write scheme and host, without a path: https://tuki.example.fi"
        )),
        None => Ok(()),
    }
}

/// Scheme, host and perhaps port, as a browser writes them in `Origin`.
fn is_exact_origin(origin: &str) -> bool {
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-:[]".contains(&byte);
    host.is_some_and(|host| !host.is_empty() && host.bytes().all(allowed))
}

fn refuse<T>(reason: impl Into<String>) -> Result<T, ConfigError> {
    Err(ConfigError(reason.into()))
}

/// Why the settings cannot be used, in words for whoever wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError(pub String);

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConfigError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_county_with_its_origin_is_enough() {
        let config = Config::parse("[counties.esimerkki]\norigins = ['https://tuki.example.fi']").unwrap();
        assert_eq!(config.listen.port(), 8480);
        assert_eq!(config.retention.alarm_hours, 24);
    }

    #[test]
    fn the_settings_in_the_documents_are_the_defaults() {
        let document = include_str!("../../docs/inbox/running.md");
        let (_, after) = document.split_once("```toml\n").expect("an example");
        let (example, _) = after.split_once("```").expect("its end");
        let mut config = Config::parse(example).expect("a right example");
        assert_eq!(config.counties["esimerkki"].origins, ["https://tuki.example.fi"]);
        config.counties.clear();
        assert_eq!(format!("{config:?}"), format!("{:?}", Config::default()));
    }

    #[test]
    fn mistakes_are_named() {
        for (text, named) in [
            ("", "no county"),
            ("[counties.Esimerkki]\norigins = []", "'Esimerkki'"),
            ("[counties.a]\norigins = ['*']", "'*'"),
            ("[counties.a]\norigins = ['https://a.fi/']", "'https://a.fi/'"),
            ("[counties.a]\norigins = ['null']", "'null'"),
            ("listn = '127.0.0.1:1'\n[counties.a]\norigins = []", "listn"),
            ("[sizes]\nplaintext_kib = []\n[counties.a]\norigins = []", "plaintext_kib"),
            ("[sizes]\nrecipients_min = 5\n[counties.a]\norigins = []", "recipients_min"),
            ("[rate]\nburst = 0\n[counties.a]\norigins = []", "burst"),
            ("trusted_proxies = ['10.0.0.0/99']\n[counties.a]\norigins = []", "10.0.0.0/99"),
        ] {
            let error = Config::parse(text).expect_err(text);
            assert!(error.0.contains(named), "{text}: {error}");
        }
    }
}
