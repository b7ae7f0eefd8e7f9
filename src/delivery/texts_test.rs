//! Every word around sending exists in three languages, none is unused, and gaps agree.

use super::{NotAMessage, Refusal, keys};
use crate::i18n::agreement::assert_texts_agree;

#[test]
fn the_words_of_sending_are_whole() {
    let refusals = Refusal::ALL.into_iter().map(Refusal::key);
    let open = NotAMessage::ALL.into_iter().map(NotAMessage::key);
    let asked = keys::ALL.iter().copied().chain(refusals).chain(open).map(str::to_owned).collect();
    assert_texts_agree("delivery", &asked, |_| false);
}
