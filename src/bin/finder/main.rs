//! The search as a program of its own: small, and fetched only when somebody goes into the field. `finder.js`, which the build
//! puts behind the glue that wasm-bindgen writes, is the page's part of it.

#[cfg(target_arch = "wasm32")]
mod finder {
    use std::cell::RefCell;

    use tukipolku::search::Index;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// As many results as one reads.
    const SHOWN: usize = 8;

    thread_local! {
        static INDEX: RefCell<Option<Index<'static>>> = const { RefCell::new(None) };
    }

    /// Takes the index of a language; from now on searches go there. False when it is none.
    #[wasm_bindgen]
    pub fn open(text: String) -> bool {
        // A person opens one index, or three when they read in three languages: what is leaked is bounded by that.
        let index = Index::read(Box::leak(text.into_boxed_str())).ok();
        let opened = index.is_some();
        INDEX.set(index);
        opened
    }

    /// The pages that suit what was typed, one a line, the best first: address, title, summary, the letter that says where
    /// the strongest word stands, and that word, parted by tabs.
    #[wasm_bindgen]
    pub fn find(typed: &str) -> String {
        let mut lines = String::new();
        INDEX.with_borrow(|index| {
            let Some(index) = index else { return };
            for hit in index.find(typed, SHOWN) {
                let page = index.page(hit.page);
                for field in [page.address, page.title, page.summary, hit.place.name(), hit.word] {
                    lines.push_str(field);
                    lines.push('\t');
                }
                lines.push('\n');
            }
        });
        lines
    }
}

fn main() {}
