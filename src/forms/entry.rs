//! The one entry: three questions that find the right way on, so that nobody must know which act applies.

use super::childs_own::CHILDS_OWN;
use super::concern::{CONCERN_BEFORE_BIRTH, CONCERN_PRIVATE, CONCERN_PROFESSIONAL};
use super::question::always;
use super::self_referral::SELF_REFERRAL;
use super::{Answers, Choice, Form, Question, Step, Writer};
use crate::domain::ContactService;

/// The three questions, drawn like any form. They are never stored or sent.
pub static ENTRY: Form = Form {
    id: "entry",
    version: 1,
    texts: "entry",
    voice: |_| None,
    writer: Writer::Family,
    service: ContactService::NeedsAssessment,
    matter: |_| None,
    steps: &[
        &Step {
            name: "danger",
            questions: &[Question::one("danger", &[Choice("now"), Choice("not_now"), Choice("unknown")]).required()],
            notes: &[],
            shown: always,
        },
        &Step {
            name: "about",
            questions: &[Question::one(
                "about",
                &[Choice("own_family"), Choice("me"), Choice("other_child"), Choice("adult")],
            )
            .required()],
            notes: &["own_worker"],
            shown: always,
        },
        &Step {
            name: "role",
            questions: &[Question::one(
                "role",
                &[Choice("private"), Choice("work"), Choice("work_together"), Choice("work_unborn")],
            )
            .required()],
            notes: &["unsure"],
            // Only where the way depends on it: a professional has a duty and no anonymity (Child Welfare Act 417/2007, s. 25).
            shown: is_about_other_child,
        },
    ],
};

/// The way that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryPath {
    /// Help for one's own family: the self-referral form.
    SelfReferral,
    /// A professional together with the family: the self-referral too.
    JointReferral,
    /// A child or young person about themselves.
    ChildsOwn,
    /// A private person's concern about a child.
    ConcernPrivate,
    /// A professional's notification about a child.
    ConcernProfessional,
    /// A professional's notification before a child is born (section 25c).
    ConcernBeforeBirth,
    /// Concern about an adult: the contact card only.
    Adult,
}

/// Where the three answers lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryOutcome {
    /// The way that fits.
    pub path: EntryPath,
    /// Whether 112 and the social emergency service are said first. The way on stays reachable below.
    pub danger: bool,
}

impl EntryPath {
    /// Every way.
    pub const ALL: [Self; 7] = [
        Self::SelfReferral,
        Self::JointReferral,
        Self::ChildsOwn,
        Self::ConcernPrivate,
        Self::ConcernProfessional,
        Self::ConcernBeforeBirth,
        Self::Adult,
    ];

    /// The name in text keys: `entry.outcome.<name>.title` and `.text`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SelfReferral => "self_referral",
            Self::JointReferral => "joint_referral",
            Self::ChildsOwn => "childs_own",
            Self::ConcernPrivate => "concern_private",
            Self::ConcernProfessional => "concern_professional",
            Self::ConcernBeforeBirth => "concern_before_birth",
            Self::Adult => "adult",
        }
    }

    /// The form of this way. What concerns an adult is nothing for us: there the contact card stands alone.
    pub const fn form(self) -> Option<&'static Form> {
        match self {
            Self::SelfReferral | Self::JointReferral => Some(&SELF_REFERRAL),
            Self::ChildsOwn => Some(&CHILDS_OWN),
            Self::ConcernPrivate => Some(&CONCERN_PRIVATE),
            Self::ConcernProfessional => Some(&CONCERN_PROFESSIONAL),
            Self::ConcernBeforeBirth => Some(&CONCERN_BEFORE_BIRTH),
            Self::Adult => None,
        }
    }

    /// Whose words the script of a first call is in, at `entry.ask.<name>`.
    pub const fn asks(self) -> &'static str {
        match self {
            Self::SelfReferral | Self::JointReferral | Self::Adult => "family",
            Self::ChildsOwn => "child",
            Self::ConcernPrivate | Self::ConcernProfessional | Self::ConcernBeforeBirth => "concern",
        }
    }

    /// Who answers for the way.
    pub const fn service(self) -> ContactService {
        match self.form() {
            Some(form) => form.service,
            None => ContactService::SocialCounselling,
        }
    }

    /// The guide page that tells of this way, by its id.
    pub const fn guide_page(self) -> Option<&'static str> {
        match self {
            Self::SelfReferral => Some("service_needs_assessment"),
            Self::ConcernPrivate => Some("child_welfare_notification"),
            Self::JointReferral | Self::ConcernProfessional | Self::ConcernBeforeBirth => Some("for_professionals"),
            Self::ChildsOwn => Some("child_and_young_person"),
            Self::Adult => None,
        }
    }

    /// Ids of help lines shown with the outcome, as on every page of its form.
    pub const fn help_lines(self) -> &'static [&'static str] {
        match self.form() {
            Some(form) => form.writer.help_lines(),
            None => &[],
        }
    }
}

/// The way that fits the answers, or `None` while one that decides is missing.
pub fn path_for(answers: &Answers) -> Option<EntryOutcome> {
    let chosen = |name| answers.chosen(name).first().map(AsRef::as_ref);
    let danger = chosen("danger")? == "now";
    let path = match chosen("about")? {
        "own_family" => EntryPath::SelfReferral,
        "me" => EntryPath::ChildsOwn,
        "adult" => EntryPath::Adult,
        _ => match chosen("role")? {
            "work" => EntryPath::ConcernProfessional,
            "work_together" => EntryPath::JointReferral,
            "work_unborn" => EntryPath::ConcernBeforeBirth,
            _ => EntryPath::ConcernPrivate,
        },
    };
    Some(EntryOutcome { path, danger })
}

/// Puts into a form what the entry questions have told already: a professional is not asked again who is writing. An answer
/// that was given in the form itself stays.
pub fn add_first_answers(path: EntryPath, answers: &mut Answers) {
    if path == EntryPath::JointReferral && answers.chosen("writer").is_empty() {
        answers.choose("writer", "professional");
    }
}

fn is_about_other_child(answers: &Answers) -> bool {
    answers.is_chosen("about", "other_child")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(danger: &str, about: &str, role: &str) -> Option<EntryOutcome> {
        let mut answers = Answers::default();
        for (name, code) in [("danger", danger), ("about", about), ("role", role)] {
            answers.set_chosen(name, [code].into_iter().filter(|code| !code.is_empty()));
        }
        path_for(&answers)
    }

    #[test]
    fn every_answer_leads_to_its_way() {
        for (about, role, path) in [
            ("own_family", "", EntryPath::SelfReferral),
            ("me", "", EntryPath::ChildsOwn),
            ("other_child", "private", EntryPath::ConcernPrivate),
            ("other_child", "work", EntryPath::ConcernProfessional),
            ("other_child", "work_together", EntryPath::JointReferral),
            ("other_child", "work_unborn", EntryPath::ConcernBeforeBirth),
            ("adult", "", EntryPath::Adult),
        ] {
            assert_eq!(outcome("not_now", about, role), Some(EntryOutcome { path, danger: false }));
            assert_eq!(outcome("now", about, role), Some(EntryOutcome { path, danger: true }));
        }
    }

    #[test]
    fn a_missing_answer_leads_nowhere_yet() {
        assert_eq!(outcome("", "me", ""), None);
        assert_eq!(outcome("now", "", ""), None);
        assert_eq!(outcome("now", "other_child", ""), None);
    }

    #[test]
    fn a_professional_is_not_asked_again_who_is_writing() {
        let mut answers = Answers::default();
        add_first_answers(EntryPath::SelfReferral, &mut answers);
        assert!(answers.is_empty());
        add_first_answers(EntryPath::JointReferral, &mut answers);
        assert!(answers.is_chosen("writer", "professional") && answers.chosen("family_agrees").is_empty());
        answers.choose("writer", "close");
        add_first_answers(EntryPath::JointReferral, &mut answers);
        assert!(answers.is_chosen("writer", "close"), "their own answer stays");
    }

    #[test]
    fn only_what_concerns_an_adult_has_no_form() {
        for path in EntryPath::ALL {
            assert_eq!(path.form().is_none(), path == EntryPath::Adult, "{}", path.name());
        }
        assert_eq!(EntryPath::Adult.service(), ContactService::SocialCounselling);
        assert_eq!(EntryPath::ConcernPrivate.service(), ContactService::ChildWelfare);
    }
}
