//! A built site, read page by page as it lies in its folder. The build comes first: `cargo xtask test` runs this after each
//! build with `TUKI_DIST` (the folder) and `TUKI_KIND` (national, demo or county).

mod demo;
mod links;
mod machines;
mod municipalities;
mod pages;
mod site;
