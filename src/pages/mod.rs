//! One file per screen. A page gathers what it shows; it does not compute.

pub mod article;
pub mod choice;
pub mod contact_card;
pub mod contacts;
pub mod emergency;
pub mod form;
pub mod keeping;
pub mod lines;
pub mod loading;
pub mod saved;
pub mod selector;
pub mod shared;
