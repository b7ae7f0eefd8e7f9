//! Chromium's own tools, through its driver: slowing the processor down, and the whole tree that assistive technology is given.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::Told;
use super::browser::Browser;

/// A command of the DevTools protocol. Only chromedriver has the address.
#[derive(Debug)]
struct DevTools(Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.0.to_string()))
    }
}

impl Browser {
    /// Gives a command of the DevTools protocol and its answer.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Told<Value> {
        Ok(self.client.issue_cmd(DevTools(json!({ "cmd": command, "params": parameters }))).await?)
    }

    /// Role and name of everything assistive technology is told of, in the order in which it is told.
    pub async fn accessibility_tree(&self) -> Told<Vec<(String, String)>> {
        let answer = self.devtools("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = answer["nodes"].as_array().cloned().unwrap_or_default();
        let find = |id: &Value| nodes.iter().find(|node| node["nodeId"] == *id);
        let (mut told, mut ahead) = (Vec::new(), nodes.first().into_iter().collect::<Vec<_>>());
        while let Some(node) = ahead.pop() {
            let text = |field: &str| node[field]["value"].as_str().unwrap_or_default().to_owned();
            if node["ignored"] != true {
                told.push((text("role"), text("name")));
            }
            let children = node["childIds"].as_array().into_iter().flatten().rev();
            ahead.extend(children.filter_map(find));
        }
        Ok(told)
    }
}
