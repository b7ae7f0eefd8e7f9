//! All problems of a page together, each a link to its field. The page moves the focus here once, after a check.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::field::control_id;
use super::kept::escaped;
use super::texts::t_count;

/// The id of the summary, for the page to move the focus to.
pub const SUMMARY_ID: &str = "problems";

/// One answer that is not ready yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemLine {
    /// The question's name.
    pub field: String,
    /// What is not ready, in the same words as beside the field.
    pub words: String,
}

/// The problems of a page, or nothing while there are none.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{ErrorSummary, ProblemLine};
/// # fn page(problems: Signal<Vec<ProblemLine>>, focus: Callback<String>) -> impl IntoView { view! {
/// <ErrorSummary problems on_go=focus/>
/// # } }
/// ```
#[component]
pub fn ErrorSummary(
    /// The problems, in the order of the questions.
    #[prop(into)]
    problems: Signal<Vec<ProblemLine>>,
    /// Moves the focus to the element with this id, without touching the address.
    on_go: Callback<String>,
) -> AnyView {
    let summary = move || {
        let problems = problems.get();
        (!problems.is_empty()).then(|| summary(problems, on_go))
    };
    summary.into_any()
}

fn summary(problems: Vec<ProblemLine>, on_go: Callback<String>) -> AnyView {
    let title = t_count("components.problems", problems.len());
    let lines: Vec<AnyView> = problems.into_iter().map(|problem| line(problem, on_go)).collect();
    view! {
        <div class="tuki-problems" id=SUMMARY_ID role="alert" tabindex="-1">
            <h2 class="tuki-problems__title" inner_html=escaped(&title)></h2>
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

fn line(problem: ProblemLine, on_go: Callback<String>) -> AnyView {
    let id = control_id(&problem.field);
    let href = format!("#{id}");
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        on_go.run(id.clone());
    };
    view! { <li><a href=href inner_html=escaped(&problem.words) on:click=go></a></li> }.into_any()
}
