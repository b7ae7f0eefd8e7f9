//! Examples of notices.

use leptos::prelude::*;

use super::{Notice, NoticeKind};
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![
        Example::new("info", info),
        Example::new("warning", warning),
        Example::new("emergency", emergency),
        Example::new("success", success),
    ]
}

fn info() -> AnyView {
    view! { <Notice kind=NoticeKind::Info><p>"Voit jättää kohdan tyhjäksi, jos et halua vastata."</p></Notice> }
        .into_any()
}

fn warning() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Warning title="Numeroa ei ole vahvistettu".to_owned()>
            <p>"Tarkista numero "<a href="#county">"hyvinvointialueen omalta sivulta"</a>"."</p>
        </Notice>
    }
    .into_any()
}

fn emergency() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Emergency title="Jos joku on nyt vaarassa".to_owned()>
            <p>"Soita "<a href="tel:112">"112"</a>". Lomake odottaa tässä."</p>
        </Notice>
    }
    .into_any()
}

fn success() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Success title="Viesti on perillä".to_owned() spoken=true>
            <p>"Viite on AB12-CD34-EF56."</p>
        </Notice>
    }
    .into_any()
}
