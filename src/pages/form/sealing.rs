//! From answers to a sealed parcel: check, the day by the inbox, compose, seal.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser::{carrier::inbox_seconds, clock},
    contacts::Connection,
    delivery::{Clocks, Message, Metadata, Parcel, clock_address, compose},
    domain::{Language, MunicipalityCode, calendar::helsinki_time},
    forms::check,
    i18n::{Texts, dates},
    pages::{
        choice::Choice,
        form::{not_sealed::NotSealed, post::Post},
        loading,
    },
};

/// The version of the program, told inside the sealed message.
const APP_VERSION: &str = env!("CARGO_PKG_VERSION");

impl Post {
    /// The open form, checked, composed and sealed to the keys of its county.
    pub(super) async fn seal(self, words: &Arc<Texts>) -> Result<Parcel, NotSealed> {
        let choice = self.choice().await.ok_or(NotSealed::NoCounty)?;
        let connection = self.open_connection(&choice).await.ok_or(NotSealed::KeyExpired)?;
        let message = self.compose(&choice, words).await?;
        let vault = loading::vault(self.shared).await.map_err(NotSealed::from)?;
        let recipients: Vec<String> = connection.recipients.into_iter().map(|recipient| recipient.key).collect();
        let sealed = vault.seal(&recipients, message.as_bytes()).await.map_err(NotSealed::from)?;
        Ok(Parcel {
            endpoint: connection.endpoint.unwrap_or_default(),
            county: choice.county.id.clone(),
            bytes: sealed.bytes.into(),
            digest: sealed.digest,
        })
    }

    /// The municipality that was answered, with its county: a draft that was opened may bring another than was chosen here.
    async fn choice(self) -> Option<Choice> {
        let code = MunicipalityCode::parse(&untrack(|| self.desk.municipality()))?;
        if self.shared.chosen() != Some(code) {
            loading::choose(self.shared, code).await?;
        }
        self.shared.choice.get_untracked()
    }

    /// The county's keys, if all of them last to this day: the inbox is asked which one it is.
    async fn open_connection(self, choice: &Choice) -> Option<Connection> {
        let connection = choice.county.connection.clone()?;
        let address = clock_address(connection.endpoint.as_deref()?, &choice.county.id);
        let inbox = inbox_seconds(&address).await;
        let clocks = Clocks { built: self.shared.built, inbox, device: clock::now_seconds() };
        self.clock_doubted.set(clocks.disagree());
        choice.county.is_connected_on(clocks.day()).then_some(connection)
    }

    async fn compose(self, choice: &Choice, words: &Arc<Texts>) -> Result<Message, NotSealed> {
        let form = self.desk.form();
        let checked =
            form.answers.with_untracked(|answers| check(form.form, answers)).map_err(|_| NotSealed::NotReady)?;
        let language = self.shared.language();
        let theirs = county_language(choice);
        let county_words = if theirs == language { None } else { loading::texts(self.shared, theirs).await };
        let county_words = county_words.unwrap_or_else(|| Arc::clone(words));
        let sent_at = clock::now_seconds();
        let minute = helsinki_time(sent_at);
        let sent_at_words = dates::past_moment(&county_words, minute);
        let metadata = Metadata {
            language,
            municipality: choice.code(),
            municipality_name: choice.name(theirs).to_owned(),
            sent_at,
            sent_at_words,
            app_version: APP_VERSION.to_owned(),
        };
        compose(&checked, words, &county_words, &metadata).map_err(|_| NotSealed::TooLarge)
    }
}

/// The language in which the county reads.
fn county_language(choice: &Choice) -> Language {
    choice.county.languages.first().and_then(|code| Language::from_code(code)).unwrap_or(Language::Fi)
}
