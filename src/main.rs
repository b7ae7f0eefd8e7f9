//! Starts the app in the browser. The loader calls `start` with the texts and what the build says of itself.

#[cfg(target_arch = "wasm32")]
mod start {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Adopts the page, or draws it afresh after a rescue.
    #[wasm_bindgen]
    pub fn start(texts: &str, build: &js_sys::Object) {
        tukipolku::app::start::start(texts, build);
    }
}

fn main() {}
