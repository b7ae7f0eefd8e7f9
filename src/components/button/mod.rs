//! A button for what happens here, and a link that looks like one for what is elsewhere.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

/// How much weight a button carries on its page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonLook {
    /// The one main action of the page.
    #[default]
    Primary,
    /// Other actions.
    Secondary,
    /// Actions that should not draw the eye.
    Quiet,
    /// Looks like a link.
    Link,
    /// Erases something.
    Danger,
}

impl ButtonLook {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "tuki-button",
            Self::Secondary => "tuki-button tuki-button--secondary",
            Self::Quiet => "tuki-button tuki-button--quiet",
            Self::Link => "tuki-button tuki-button--link",
            Self::Danger => "tuki-button tuki-button--danger",
        }
    }
}

/// A button.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{Button, ButtonLook};
/// # fn page(forget: Callback<()>) -> impl IntoView { view! {
/// <Button words="Forget this draft".to_owned() on_press=forget look=ButtonLook::Danger/>
/// # } }
/// ```
#[component]
pub fn Button(
    /// The words on the button.
    words: String,
    /// What happens when it is pressed.
    on_press: Callback<()>,
    /// How much weight it carries.
    #[prop(optional)]
    look: ButtonLook,
    /// Whether Enter in a line of text presses it too (`type="submit"`); its form must stop the browser's own sending.
    #[prop(optional)]
    submit: bool,
) -> AnyView {
    let button_type = if submit { "submit" } else { "button" };
    view! { <button class=look.class() type=button_type on:click=move |_| on_press.run(())>{words}</button> }.into_any()
}

/// A link that looks like a button.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::LinkButton;
/// # let _ = || view! {
/// <LinkButton words="Write to the team".to_owned() href="/en/form".to_owned()/>
/// # };
/// ```
#[component]
pub fn LinkButton(
    /// The words of the link.
    words: String,
    /// Where it leads.
    href: String,
    /// How much weight it carries.
    #[prop(optional)]
    look: ButtonLook,
) -> AnyView {
    view! { <a class=look.class() href=href>{words}</a> }.into_any()
}
