//! Concern about a child: the child welfare notification (Child Welfare Act 417/2007, section 25) of a private person and of a
//! professional, and the notification before a child is born (section 25c). One file per step; three forms that share words.
//!
//! A private person must give the municipality and what was seen, nothing else. A professional gives also the child's name,
//! who was told, and their own name, role, workplace and phone.

mod children;
mod expecting;
mod family;
mod hopes;
mod place;
mod police;
mod reasons;
mod relation;
mod safety;
mod school;
mod seen;
mod sender;
mod siblings;
mod source;
mod talk;
mod told;
mod understood;

use super::common::{language, municipality, urgency};
use super::{Form, Writer};
use crate::domain::{ContactService, calendar::Matter};

/// A private person's concern about a child.
pub static CONCERN_PRIVATE: Form = Form {
    id: "concern_private",
    version: 1,
    texts: "concern",
    voice: |_| None,
    writer: Writer::Notifier,
    service: ContactService::ChildWelfare,
    matter: |_| Some(Matter::ChildWelfareNotification),
    steps: &[
        &urgency::STEP,
        &municipality::STEP,
        &place::STEP,
        &children::STEP,
        &seen::STEP,
        &source::STEP,
        &reasons::STEP,
        &siblings::STEP,
        &family::STEP,
        &school::STEP,
        &language::STEP,
        &relation::STEP,
        &talk::STEP,
        &hopes::STEP,
        &safety::STEP,
        &sender::PRIVATE,
        &understood::STEP,
    ],
};

/// A professional's notification about a child.
pub static CONCERN_PROFESSIONAL: Form = Form {
    id: "concern_professional",
    version: 1,
    texts: "concern",
    voice: |_| Some("professional"),
    writer: Writer::Notifier,
    service: ContactService::ChildWelfare,
    matter: |_| Some(Matter::ChildWelfareNotification),
    steps: &[
        &urgency::STEP,
        &municipality::STEP,
        &place::STEP,
        &children::PROFESSIONAL,
        &seen::STEP,
        &source::STEP,
        &reasons::STEP,
        &siblings::STEP,
        &family::STEP,
        &school::STEP,
        &language::STEP,
        &told::STEP,
        &hopes::STEP,
        &safety::STEP,
        &sender::PROFESSIONAL,
        &police::STEP,
        &understood::STEP,
    ],
};

/// A professional's notification before a child is born. The law names no date for it.
pub static CONCERN_BEFORE_BIRTH: Form = Form {
    id: "concern_before_birth",
    version: 1,
    texts: "concern",
    voice: |_| Some("unborn"),
    writer: Writer::Notifier,
    service: ContactService::ChildWelfare,
    matter: |_| None,
    steps: &[
        &urgency::STEP,
        &municipality::STEP,
        &expecting::STEP,
        &seen::STEP,
        &source::STEP,
        &reasons::BEFORE_BIRTH,
        &language::STEP,
        &told::BEFORE_BIRTH,
        &hopes::STEP,
        &safety::STEP,
        &sender::PROFESSIONAL,
        &understood::STEP,
    ],
};

#[cfg(test)]
mod tests;
