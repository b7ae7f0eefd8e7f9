//! The native tests of the product seen from outside, in one program so that they link once.

mod broken;
mod components;
mod content;
mod counties;
mod coverage;
mod forms;
mod rooms;
mod search;
mod source;
mod texts;
mod threats;
mod tidy;
