//! Waiting for a condition with a deadline. Nothing in the stories waits for a length of time.

use std::time::{Duration, Instant};

use super::failure::fail;
use super::{Failure, Told};

/// Long enough for a slow machine that builds something else at the same time.
const DEADLINE: Duration = Duration::from_secs(20);
/// Between two looks.
const BETWEEN: Duration = Duration::from_millis(40);

/// Looks again and again until there is something, and gives it. `what` completes "It did not come about that …".
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Told<Option<T>>) -> Told<T> {
    let began = Instant::now();
    let mut last: Option<Failure> = None;
    while began.elapsed() < DEADLINE {
        match look().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => last = None,
            // A page in the middle of changing answers with errors; only the last one matters.
            Err(failure) => last = Some(failure),
        }
        tokio::time::sleep(BETWEEN).await;
    }
    let because = last.map(|failure| format!(" The last look failed: {failure}")).unwrap_or_default();
    fail(format!("It did not come about within {} s that {what}.{because}", DEADLINE.as_secs()))
}
