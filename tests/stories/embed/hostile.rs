//! Pages that would harm a careless guest, and pages that may not have one.

use axum::Router;
use serde_json::Value;
use tower_http::services::ServeDir;
use tukipolku::domain::Language;

use super::{assert_fits, enter, height, leave};
use crate::harness::{Stage, Told, wait};
use crate::words::Words;

/// Pages on which the frame must look as on a bare page: same width, so the same boxes, letters and colours.
const SAME: [&str; 4] = ["unset", "huge", "csp", "rtl"];
/// Pages that change the width of the frame, so that only its manners can be compared.
const OTHER: [&str; 3] = ["zoom", "framework", "theme"];

/// Every box of the view with its size, letters and colours. More telling than a picture, and it says what differs.
const LOOK: &str = "
    return JSON.stringify([...document.querySelectorAll('#view, #view *')].map((element) => {
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return [element.tagName, Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height),
            style.fontSize, style.fontFamily, style.letterSpacing, style.color, style.direction];
    }));";

/// The frame looks the same on every page, fits everywhere, and every page still has its link without us.
pub async fn pages(stage: &mut Stage) -> Told {
    let bare = look(stage, "bare").await?;
    for page in SAME {
        let seen = look(stage, page).await?;
        assert_eq!(seen, bare, "the frame on the page “{page}”");
    }
    for page in OTHER {
        look(stage, page).await?;
    }
    Ok(())
}

async fn look(stage: &Stage, page: &str) -> Told<Value> {
    stage.browser.client.goto(&stage.host.url(page)).await?;
    height(stage, "tuki-contacts").await?;
    stage.browser.picture(&format!("embed-{page}")).await?;
    enter(stage, "tuki-contacts").await?;
    assert_fits(stage).await?;
    let look = stage.browser.script(LOOK, vec![]).await?;
    leave(stage).await?;
    Ok(look)
}

/// The browser refuses the frame on a host that is not listed; the link that stood there first stays.
pub async fn unlisted(stage: &mut Stage) -> Told {
    stage.browser.client.goto(&format!("{}/plain", stage.host.unlisted)).await?;
    let given_up = "
        const element = document.querySelector('tuki-contacts');
        const link = element.querySelector('a');
        return customElements.get('tuki-contacts') && !element.shadowRoot.querySelector('iframe') && link.checkVisibility()
            && link.getBoundingClientRect().height > 0";
    stage.browser.wait_for("the link stands alone", given_up).await?;
    assert_eq!(stage.browser.script("return heard.messages.length", vec![]).await?, 0);
    Ok(())
}

/// A host that cannot send our headers lets itself be framed: then the form's own script refuses.
pub async fn framed_form(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let (listener, address) = xtask::server::listen(0).await?;
    let serving = tokio::spawn(async move {
        let _ = axum::serve(listener, Router::new().fallback_service(ServeDir::new(xtask::places::dist()))).await;
    });
    stage.browser.client.goto(&stage.host.url("bare")).await?;
    let frame = format!(
        "
        const frame = document.createElement('iframe');
        frame.src = 'http://{address}/fi/lomake/';
        frame.id = 'form';
        document.body.append(frame);"
    );
    stage.browser.script(&frame, vec![]).await?;
    stage.browser.by_selector("#form").await?.enter_frame().await?;
    stage.browser.wait_for_text(fi.get("forms.framed")).await?;
    let fields = "return document.querySelectorAll('input, textarea, button').length";
    assert_eq!(stage.browser.script(fields, vec![]).await?, 0);
    let program = |url: &str| url.ends_with(".wasm");
    wait::until("nothing was fetched to fill the form in", async || {
        Ok((!stage.proxy.requests().iter().any(|request| program(&request.url))).then_some(()))
    })
    .await?;
    serving.abort();
    Ok(())
}
