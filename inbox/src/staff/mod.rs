//! The staff's side: a token opens one county's messages, to list, pull, mark handled and delete.

mod door;
mod messages;

pub use door::Staff;
pub use messages::{delete, list, mark_handled, pull};
