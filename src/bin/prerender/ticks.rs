//! "We would like to hear about this": what a reader may tick on a guide page, carried into the self-referral.
//! The program keeps the ticks, in memory; the style sheet hides them where there is no script.

use tukipolku::{
    guide::{RouteTarget, ServicePage, Target},
    i18n::Texts,
};

use crate::{
    article,
    html::{escape, link},
};

/// The boxes of a page with the words that the form uses for them, or nothing where there is nothing to tick.
pub fn draw(page: &ServicePage, texts: &Texts) -> String {
    if page.entry.ticks.is_empty() {
        return String::new();
    }
    let boxes: String = page.entry.ticks.iter().map(|code| tick(code, texts)).collect();
    let text = |key: &str| escape(texts.get(key));
    let form = article::resolve(Target::Route(RouteTarget::Form), page.language);
    format!(
        "<fieldset class=\"tuki-ticks\" id=\"ticks\" data-app=\"\" aria-describedby=\"ticks-hint\"><legend>{}</legend><p \
         id=\"ticks-hint\">{}</p>{boxes}<p class=\"tuki-ticks__done\">{} {}</p></fieldset>",
        text("guide.tick.label"),
        text("guide.tick.hint"),
        text("guide.tick.done"),
        link(&form, texts.get("app.nav.form")),
    )
}

/// One box. `autocomplete` keeps browsers from ticking it again by themselves when the page is loaded anew.
fn tick(code: &str, texts: &Texts) -> String {
    let words = texts.find(&format!("referral.wishes.{code}")).unwrap_or_default();
    format!(
        "<div class=\"tuki-choice\"><input class=\"tuki-choice__input\" type=\"checkbox\" id=\"tick-{code}\" name=\"tick\" \
         value=\"{code}\" autocomplete=\"off\"><label class=\"tuki-choice__label\" for=\"tick-{code}\">{}</label></div>",
        escape(words)
    )
}
