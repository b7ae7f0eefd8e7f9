//! Finding things on a page the way a person does: by what is written or said, never by class or id.

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;

use super::{Engine, Told, browser::Browser, role, wait};

/// The control that a visible label belongs to. The label may begin with the words; a hint may follow them.
const BY_LABEL: &str = "
    const words = arguments[0];
    const clean = (text) => text.replace(/\\s+/g, ' ').trim();
    const labels = [...document.querySelectorAll('label')].filter((label) => label.checkVisibility());
    const fits = labels.find((label) => clean(label.innerText) === words)
        || labels.find((label) => clean(label.innerText).startsWith(words));
    return fits?.control ?? null;";

/// The visible element that fits a selector and shows exactly these words.
const BY_WORDS: &str = "
    const clean = (text) => text.replace(/\\s+/g, ' ').trim();
    const all = [...document.querySelectorAll(arguments[0])];
    return all.find((element) => element.checkVisibility() && clean(element.innerText) === arguments[1]) ?? null;";

const HAS_TEXT: &str = "
    const clean = (text) => text.replace(/\\s+/g, ' ');
    return clean(document.body.innerText).includes(clean(arguments[0]));";

impl Browser {
    /// Waits for the control with this label and gives it.
    pub async fn by_label(&self, words: &str) -> Told<Element> {
        wait::until(&format!("a control is labelled “{words}”"), async || {
            let found = self.script(BY_LABEL, vec![json!(words)]).await?;
            Ok(serde_json::from_value(found).ok().map(|id| self.element(id)))
        })
        .await
    }

    /// Waits for a visible element of this role whose accessible name is `name`, and gives it.
    pub async fn by_role(&self, wanted: &str, name: &str) -> Told<Element> {
        wait::until(&format!("there is a {wanted} named “{name}”"), async || {
            for element in self.client.find_all(Locator::Css(&role::candidates(wanted))).await? {
                if role::name(&element).await? == name
                    && element.is_displayed().await?
                    && role::role(&element).await? == wanted
                {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Waits for a visible element of this role that shows exactly these words. For frames of another origin, in which
    /// chromedriver cannot compute names.
    pub async fn by_words(&self, role: &str, words: &str) -> Told<Element> {
        wait::until(&format!("there is a {role} with the words “{words}”"), async || self.seen(role, words).await).await
    }

    /// Presses what has this role and these words until others can be read. In a frame that grows, a press may miss.
    pub async fn press_until(&self, role: &str, words: &str, sign: &str) -> Told {
        wait::until(&format!("the {role} “{words}” leads to “{sign}”"), async || {
            if self.reads(sign).await? {
                return Ok(Some(()));
            }
            if let Some(found) = self.seen(role, words).await? {
                self.press_in_frame(&found).await?;
            }
            Ok(None)
        })
        .await
    }

    /// Presses something in a frame of another origin. There a press of WebKit's driver leads into the frame and no further:
    /// the Enter key does the rest.
    pub async fn press_in_frame(&self, element: &Element) -> Told {
        self.bring_into_view(element).await?;
        // What was pressed goes away with its view, which drivers may report as a failed press; what comes next shows it.
        let _ = element.click().await;
        if self.engine == Engine::WebKit {
            let _ = element.send_keys(&char::from(Key::Enter).to_string()).await;
        }
        Ok(())
    }

    async fn seen(&self, role: &str, words: &str) -> Told<Option<Element>> {
        let found = self.script(BY_WORDS, vec![json!(role::candidates(role)), json!(words)]).await?;
        Ok(serde_json::from_value(found).ok().map(|id| self.element(id)))
    }

    async fn reads(&self, words: &str) -> Told<bool> {
        Ok(self.script(HAS_TEXT, vec![json!(words)]).await? == true)
    }

    /// Waits until these words can be read on the page.
    pub async fn wait_for_text(&self, words: &str) -> Told {
        wait::until(&format!("“{words}” can be read"), async || Ok(self.reads(words).await?.then_some(()))).await
    }

    /// Waits until a script returns true. `what` completes "It did not come about that …".
    pub async fn wait_for(&self, what: &str, script: &str) -> Told {
        wait::until(what, async || Ok((self.script(script, vec![]).await? == true).then_some(()))).await
    }

    /// Waits for the element with this selector. For what people cannot name, such as a frame.
    pub async fn by_selector(&self, selector: &str) -> Told<Element> {
        wait::until(&format!("there is {selector}"), async || Ok(Some(self.client.find(Locator::Css(selector)).await?)))
            .await
    }

    /// Presses the button with this name.
    pub async fn press_button(&self, name: &str) -> Told {
        self.press("button", name).await
    }

    /// Follows the link with this name.
    pub async fn follow(&self, name: &str) -> Told {
        self.press("link", name).await
    }

    /// Presses what has this role and name. A new step scrolls to its top after it is drawn; a press that comes in
    /// between finds its target off the screen and is tried again, as people do.
    async fn press(&self, role: &str, name: &str) -> Told {
        wait::until(&format!("the {role} “{name}” can be pressed"), async || {
            let found = self.by_role(role, name).await?;
            self.bring_into_view(&found).await?;
            found.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Types into the field with this label, after what stands there.
    pub async fn type_into(&self, label: &str, words: &str) -> Told {
        let control = self.by_label(label).await?;
        self.bring_into_view(&control).await?;
        Ok(control.send_keys(words).await?)
    }

    /// Picks the radio button or the checkbox with this label.
    pub async fn pick(&self, label: &str) -> Told {
        let control = self.by_label(label).await?;
        self.pick_control(control).await
    }

    /// The same for the choice with this code of the question with this name: two questions may offer the same words.
    pub async fn pick_of(&self, name: &str, code: &str) -> Told {
        let control = self.by_selector(&format!("input[name='{name}'][value='{code}']")).await?;
        self.pick_control(control).await
    }

    async fn pick_control(&self, control: Element) -> Told {
        if !control.is_selected().await? {
            // People press the words; the round button beside them is drawn by the label.
            let id = control.attr("id").await?.unwrap_or_default();
            let label = format!("label[for='{id}']");
            wait::until("the words can be pressed", async || {
                let found = self.client.find(Locator::Css(&label)).await?;
                self.bring_into_view(&found).await?;
                found.click().await?;
                Ok(Some(()))
            })
            .await?;
        }
        Ok(())
    }

    /// WebKit's driver refuses what has its middle off the screen, and scrolls only as far as its edge.
    pub async fn bring_into_view(&self, element: &Element) -> Told {
        let element = serde_json::to_value(element)?;
        self.script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", vec![element]).await?;
        Ok(())
    }

    /// Presses keys one after another, wherever the focus is.
    pub async fn press_keys(&self, keys: &[Key]) -> Told {
        let mut actions = KeyActions::new("keyboard".into());
        for key in keys {
            let value = char::from(*key);
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Presses keys together, such as Shift and Tab, wherever the focus is.
    pub async fn press_together(&self, keys: &[char]) -> Told {
        let mut actions = KeyActions::new("keyboard".into());
        for value in keys {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        for value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    /// The name of what has the focus, as a screen reader says it.
    pub async fn focused_name(&self) -> Told<String> {
        role::name(&self.client.active_element().await?).await
    }

    fn element(&self, id: ElementId) -> Element {
        Element::from_element_id(self.client.clone(), id.id.into())
    }
}

/// An element as WebDriver writes it: an object with one odd key.
#[derive(serde::Deserialize)]
struct ElementId {
    #[serde(rename = "element-6066-11e4-a52e-4f735466cecf")]
    id: String,
}
