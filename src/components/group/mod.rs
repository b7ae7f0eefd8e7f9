//! A group of questions that repeats, such as one for each member of the family.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::texts::t_fill;

/// The words of the group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupWords {
    /// What one of them is called, such as "Family member"; the legend adds its number.
    pub one: String,
    /// The words of the button that adds one, such as "Add a family member".
    pub add: String,
}

/// What somebody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupChange {
    /// One more.
    Add,
    /// Without the one with this key.
    Remove(usize),
}

/// Rows of questions with buttons to add and remove. The rows are redrawn from the page's own signals.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{Group, GroupChange, GroupWords};
/// # fn page(words: GroupWords, keys: RwSignal<Vec<usize>>, change: Callback<GroupChange>) -> impl IntoView { view! {
/// <Group words keys=keys draw=Callback::new(|key: usize| view! { <p>{key}</p> }.into_any()) on_change=change/>
/// # } }
/// ```
#[component]
pub fn Group(
    /// The words of the group.
    words: GroupWords,
    /// A key for each row, stable while it exists; the page's names for the row's questions carry it.
    #[prop(into)]
    keys: Signal<Vec<usize>>,
    /// Draws the questions of the row with this key.
    draw: Callback<usize, AnyView>,
    /// Adds or removes a row.
    on_change: Callback<GroupChange>,
) -> AnyView {
    let one = words.one;
    let rows = move || {
        let keys = keys.get().into_iter().enumerate();
        keys.map(|(index, key)| row(&one, (index + 1, key), draw, on_change)).collect::<Vec<AnyView>>()
    };
    view! {
        <div class="tuki-group">
            {rows}
            <button class="tuki-button tuki-button--secondary" type="button" on:click=move |_| on_change.run(GroupChange::Add)>
                {words.add}
            </button>
        </div>
    }
    .into_any()
}

fn row(
    one: &str,
    (number, key): (usize, usize),
    draw: Callback<usize, AnyView>,
    on_change: Callback<GroupChange>,
) -> AnyView {
    let title = format!("{one} {number}");
    let remove = t_fill("components.remove", &[("what", &title)]);
    view! {
        <fieldset class="tuki-group__row">
            <legend class="tuki-group__title">{title}</legend>
            {draw.run(key)}
            <button
                class="tuki-button tuki-button--quiet"
                type="button"
                on:click=move |_| on_change.run(GroupChange::Remove(key))
            >
                {remove}
            </button>
        </fieldset>
    }
    .into_any()
}
