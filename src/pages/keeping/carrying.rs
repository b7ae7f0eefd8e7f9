//! A draft that is carried away: one age file under a code, saved and opened by the person. No device keeps it for them.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{clock, download, page, vault::VaultError},
    components::{Button, ButtonLook, FieldWords, TextField, TextKind, no_problem, texts::t},
    drafts::{Message, Trouble, Unreadable, read_record},
    pages::{
        keeping::{
            Keeper,
            code::{CodeChoice, tidy},
            record,
        },
        loading,
        shared::Go,
    },
    routes::Route,
};

/// The name of the file. It tells neither the form nor that it is a draft.
const FILE: &str = "tukipolku.age";

/// The id of the control that takes the file.
const CHOSEN: &str = "carried-file";

/// Saving the draft as a file.
#[component]
pub fn Carrying() -> AnyView {
    let keeper = Keeper::here();
    let (asked, told) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let code = CodeChoice::new(keeper.shared);
    let ask = Callback::new(move |()| {
        asked.set(true);
        code.offer_first();
        // The pressed button has gone.
        page::after_drawing(|| {
            page::focus("#carrying h2");
        });
    });
    let save = Callback::new(move |()| {
        if let Some(code) = code.take() {
            spawn_local(async move { told.set(Some(save(keeper, &code).await)) });
        }
    });
    let view = move || {
        if !asked.get() {
            return view! { <Button words=t("drafts.carry.action") on_press=ask look=ButtonLook::Quiet/> }.into_any();
        }
        view! {
            <p>{t("drafts.carry.text")}</p>
            {code.draw()}
            <Button words=t("drafts.carry.save") on_press=save look=ButtonLook::Secondary/>
            <p role="status">{move || told.get().map(|key| t(&key))}</p>
        }
        .into_any()
    };
    view! { <div id="carrying" class="tuki-asking">{view}</div> }.into_any()
}

/// Seals the answers as they are and offers them as a file; gives the key of what is to be told.
async fn save(keeper: Keeper, code: &str) -> String {
    let (record, _) = record::take(keeper);
    let sealed = match loading::vault(keeper.shared).await {
        Ok(vault) => vault.seal_with_code(code, record.as_bytes()).await,
        Err(error) => Err(error),
    };
    match sealed {
        Ok(sealed) if download::save(FILE, "application/octet-stream", &sealed.bytes) => {
            "drafts.carry.saved".to_owned()
        }
        _ => Trouble::NoVault.what_key(),
    }
}

/// Opening such a file.
#[component]
pub fn Carried() -> AnyView {
    let keeper = Keeper::here();
    let go = Go::here();
    let (code, told) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    // Words that are here already are replaced only at the second press, after that has been said.
    let warned = RwSignal::new(false);
    let open = Callback::new(move |()| {
        spawn_local(async move {
            if keeper.desk.has_answers() && !warned.get_untracked() {
                warned.set(true);
                return told.set(Some(Message::WouldReplace.key()));
            }
            // Key derivation takes seconds on a slow phone.
            told.set(Some("drafts.unlock.opening".to_owned()));
            match open(keeper, &tidy(&code.get_untracked())).await {
                Ok(()) => go.to(Route::Form),
                Err(key) => told.set(Some(key)),
            }
        });
    });
    let words = FieldWords::new("carried_code", t("drafts.carry.code")).hint(t("drafts.unlock.hint"));
    let press = move || {
        let words = t(if warned.get() { "drafts.replace.open" } else { "drafts.carry.open" });
        view! { <Button words on_press=open look=ButtonLook::Secondary/> }
    };
    view! {
        <section class="tuki-stack">
            <h2>{t("drafts.carry.title")}</h2>
            <p>{t("drafts.carry.intro")}</p>
            <p><label class="tuki-field__label" for=CHOSEN>{t("drafts.carry.file")}</label><input type="file" id=CHOSEN accept=".age"/></p>
            <TextField words value=code problem=no_problem() kind=TextKind::SECRET/>
            {press}
            <p role="status">{move || told.get().map(|key| t(&key))}</p>
        </section>
    }
    .into_any()
}

/// Puts a carried draft on the desk; the error is the key of what is to be told.
async fn open(keeper: Keeper, code: &str) -> Result<(), String> {
    let file = download::chosen(CHOSEN).await.ok_or("drafts.carry.missing")?;
    let vault = loading::vault(keeper.shared).await.map_err(|_| Trouble::NoVault.what_key())?;
    let opened = vault.open_with_code(code, &file).await.map_err(not_opened)?;
    let (mut record, _) = read_record(&opened).map_err(not_read)?;
    // It is stored nowhere here yet, whatever was stored where it comes from.
    record.saved_at = clock::now_seconds();
    record::put_back(keeper, &record);
    record::choose_municipality(keeper, &record);
    Ok(())
}

fn not_opened(error: VaultError) -> String {
    match error {
        VaultError::WrongCode | VaultError::CodeNeeded => Message::WrongCode.key(),
        VaultError::NotAgeFile | VaultError::Damaged | VaultError::NotForThisKey | VaultError::TooMuchWork => {
            "drafts.carry.not_ours".to_owned()
        }
        _ => Trouble::NoVault.what_key(),
    }
}

fn not_read(why: Unreadable) -> String {
    match why {
        Unreadable::Newer { .. } => Trouble::Newer.what_key(),
        Unreadable::Broken => "drafts.carry.not_ours".to_owned(),
    }
}
