//! What happens by itself: each hour, what has had its time is deleted, and what nobody has pulled is called out.

use crate::config::RetentionRules;
use crate::log;
use crate::minute::Minute;
use crate::store::{Store, StoreError, Tidied};
use std::time::Duration;
use tokio::sync::watch;

/// Tidies at once and then each hour, until the inbox stops. A round that has begun is finished first, because a
/// connection that is dropped in the middle would keep the database from being closed.
pub async fn keep_tidy(store: Store, rules: RetentionRules, mut stop: watch::Receiver<bool>) {
    let mut hours = tokio::time::interval(Duration::from_secs(3600));
    loop {
        tokio::select! {
            _ = hours.tick() => {}
            _ = stop.wait_for(|stopped| *stopped) => return,
        }
        match round(&store, &rules, Minute::now()).await {
            Ok(lines) => lines.iter().for_each(|words| log::line(words)),
            Err(error) => log::line(&format!("tidying failed: {error}")),
        }
    }
}

/// One round. Returns what is worth a line in the log.
pub async fn round(store: &Store, rules: &RetentionRules, now: Minute) -> Result<Vec<String>, StoreError> {
    let Tidied { messages, receipts } = store.tidy(rules, now).await?;
    let mut lines = Vec::new();
    if messages + receipts > 0 {
        lines.push(format!("deleted {messages} messages that had their time, forgot {receipts} old receipts"));
    }
    for (county, number) in store.waiting(rules, now).await? {
        let (hours, days) = (rules.alarm_hours, rules.pulled_days);
        lines.push(format!(
            "ALARM {county}: {number} messages wait: nobody has pulled them for {hours} hours, or somebody has, nobody has marked \
             them handled, and they will soon be deleted ({days} days after they were pulled)"
        ));
    }
    Ok(lines)
}
