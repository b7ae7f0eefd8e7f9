//! Where somebody is on the way through a form.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::texts::t_fill;

/// "Step 3 of 9", with a bar for the eye.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::StepProgress;
/// # let _ = || view! {
/// <StepProgress step=3 of=9/>
/// # };
/// ```
#[component]
pub fn StepProgress(
    /// The step, counted from one.
    step: usize,
    /// How many steps there are.
    of: usize,
) -> AnyView {
    let (step, of) = (step.to_string(), of.to_string());
    let words = t_fill("components.step", &[("step", &step), ("of", &of)]);
    view! {
        <div class="tuki-progress">
            <p>{words}</p>
            <progress class="tuki-progress__bar" aria-hidden="true" value=step max=of></progress>
        </div>
    }
    .into_any()
}
