//! Components in a real browser: what prerendered HTML cannot show. Run with
//! `cargo test --target wasm32-unknown-unknown --features hydrate --test components_in_browser`.

#![cfg(target_arch = "wasm32")]

mod combobox;
mod typed_before_start;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
