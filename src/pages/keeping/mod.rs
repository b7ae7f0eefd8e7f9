//! Keeping a draft on this device: what the person chooses, and what the draft machine asks to have done.

mod asking;
mod carrying;
mod choosing;
mod cleared;
mod code;
mod erasing;
mod exit;
mod idle;
mod keeper;
mod kept_draft;
mod life;
mod outbox;
mod place;
mod record;
mod status;
mod work;

pub use asking::Asking;
pub use carrying::{Carried, Carrying};
pub use choosing::Choosing;
pub use cleared::ToldLast;
pub use erasing::Erasing;
pub use exit::ErasedOnExit;
pub use keeper::{Keeper, Told};
pub use kept_draft::KeptDraft;
pub use life::follow;
pub use place::RememberedPlace;
pub use record::{record, rescue, restored};
pub use status::Status;
