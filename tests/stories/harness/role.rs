//! What assistive technology is told about an element: its role and its name, as the browser computes them.

use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use url::{ParseError, Url};

use super::Told;

/// Asks the browser for one computed property of an element.
#[derive(Debug)]
struct Computed {
    element: String,
    property: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/element/{}/{}", self.element, self.property))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::GET, None)
    }
}

/// The role, such as `button`.
pub async fn role(element: &Element) -> Told<String> {
    computed(element, "computedrole").await
}

/// The accessible name, as a screen reader says it.
pub async fn name(element: &Element) -> Told<String> {
    computed(element, "computedlabel").await
}

async fn computed(element: &Element, property: &'static str) -> Told<String> {
    let command = Computed { element: element.element_id().to_string(), property };
    let answer = element.clone().client().issue_cmd(command).await?;
    Ok(answer.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Elements that may have a role, as a CSS selector.
pub fn candidates(role: &str) -> String {
    let native = match role {
        "button" => "button, summary, input[type=submit], input[type=button]",
        "link" => "a[href]",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "textbox" => "textarea, input:not([type]), input[type=text], input[type=tel], input[type=email]",
        "radio" => "input[type=radio]",
        "checkbox" => "input[type=checkbox]",
        "group" => "fieldset, details",
        "dialog" => "dialog",
        "navigation" => "nav",
        "option" => "option",
        "listbox" => "datalist",
        _ => "main, header, footer, section, form, ul, ol, li, p",
    };
    format!("{native}, [role={role}]")
}
