//! Writes the static site: every route, every language, as complete HTML that reads without any script.
//! Trunk runs it after the program is built; it calls the same app as the browser.

mod article;
mod assets;
mod county;
mod data;
mod embed;
mod front;
mod glossary;
mod head;
mod help;
mod html;
mod machines;
mod municipalities;
mod page;
mod search;
mod settings;
mod site;
mod start;
mod template;
mod ticks;

use std::process::ExitCode;

use settings::Settings;

#[tokio::main]
async fn main() -> ExitCode {
    // Leptos wants an executor before the first signal; nothing asynchronous is rendered.
    let _ = any_spawner::Executor::init_tokio();
    match Settings::from_environment().map_err(|error| vec![error]).and_then(|settings| site::write(&settings)) {
        Ok(pages) => {
            println!("{pages} pages written");
            ExitCode::SUCCESS
        }
        Err(errors) => {
            errors.iter().for_each(|error| eprintln!("{error}"));
            ExitCode::FAILURE
        }
    }
}
