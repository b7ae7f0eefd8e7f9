//! Examples of the field's frame around controls of one's own.

use leptos::prelude::*;

use super::{Field, FieldFrame, FieldIds, FieldWords};
use crate::components::example::{Example, no_problem, problem};

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("own_control", own_control), Example::new("group_with_problem", group_with_problem)]
}

/// A control that is not one of ours, tied by the ids of the field around it.
#[component]
fn OwnSelect() -> AnyView {
    let ids = FieldIds::here();
    view! {
        <select class="tuki-text-field__input" id=ids.control() name=ids.name.clone() aria-describedby=ids.described_by()>
            <option>"Arki-iltana"</option>
            <option>"Viikonloppuna"</option>
        </select>
    }
    .into_any()
}

fn own_control() -> AnyView {
    let words = FieldWords::new("field_own", "Milloin sinulle sopii?").hint("Soitamme tuntemattomasta numerosta.");
    view! { <Field words frame=FieldFrame::Label problem=no_problem()><OwnSelect/></Field> }.into_any()
}

fn group_with_problem() -> AnyView {
    let words = FieldWords::new("field_group", "Syntymäaika").optional();
    view! {
        <Field words frame=FieldFrame::Group problem=problem("Kirjoita vuosi neljällä numerolla.")>
            <label for="field-field_group">"Vuosi"</label>
            <input class="tuki-text-field__input tuki-text-field__input--short" id="field-field_group"
                name="field_group" aria-invalid="true" aria-describedby="field-field_group-problem"/>
        </Field>
    }
    .into_any()
}
