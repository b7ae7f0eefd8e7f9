//! Gives a file to the person, and takes one from them. Nothing leaves the device.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use crate::browser::page::document;

/// Offers bytes as a file of this name and media type. False where the browser cannot.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    offer(name, media_type, bytes).is_ok()
}

fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let address = Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)?;
    let link: HtmlAnchorElement = document().ok_or(JsValue::NULL)?.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken its own hold of the bytes by the time `click` returns.
    Url::revoke_object_url(&address)
}

/// The bytes of the file that the person has chosen in the control with this id; `None` when there is none, it cannot be
/// read, or it is larger than anything of ours.
pub async fn chosen(id: &str) -> Option<Vec<u8>> {
    let control: HtmlInputElement = document()?.get_element_by_id(id)?.dyn_into().ok()?;
    let file = control.files()?.get(0).filter(|file| file.size() <= LARGEST)?;
    let bytes = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}

/// A megabyte: the fullest draft is a quarter of it.
const LARGEST: f64 = 1_048_576.0;
