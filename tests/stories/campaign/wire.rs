//! Nothing that somebody writes leaves the browser in the clear: forms filled with canaries, and every request searched.

use tukipolku::domain::Language;

use super::{find, walk};
use crate::form;
use crate::harness::{Failure, Stage, Told, wait};
use crate::team;
use crate::words::Words;

/// How many different canaries a form is filled with.
const CANARIES: usize = 20;

/// Fills and sends forms, and searches every address, head and body that left the browser.
pub async fn wire(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let (runs, mut chance) = (stage.plan.runs(2), stage.plan.chance());
    let _inbox = team::inbox(stage, &format!("wire-{}", stage.browser.engine.name()))?;
    let (mut requests, mut bytes, mut fields) = (0, 0, 0);
    for run in 0..runs {
        let canaries: Vec<String> = (0..CANARIES).map(|_| chance.canary()).collect();
        stage.proxy.forget();
        walk::begin(stage, &fi).await?;
        if run % 2 == 0 {
            form::keep_without_code(stage, &fi).await?;
        }
        let walked = walk::to_check(stage, &fi, &canaries, run).await?;
        walk::send(stage, &fi).await?;
        let all = stage.proxy.requests();
        if !all.iter().any(|request| request.method == "POST" && request.url.contains("/submissions")) {
            return Err(Failure("The message was not among the requests, so nothing was searched.".into()));
        }
        for request in &all {
            let whole = [request.url.as_bytes(), request.head.as_bytes(), &request.body].concat();
            assert_silent(&whole, &canaries, &request.url)?;
            bytes += whole.len();
        }
        (requests, fields) = (requests + all.len(), fields + walked.fields);
    }
    is_found_when_told(stage).await?;
    println!(
        "figures: {}, {runs} forms with {fields} filled text fields, {CANARIES} canaries each, seed {}: \
         {requests} requests with {bytes} bytes searched, 0 canaries; the control was found",
        stage.browser.engine.name(),
        stage.plan.seed
    );
    Ok(())
}

fn assert_silent(whole: &[u8], canaries: &[String], url: &str) -> Told {
    match canaries.iter().find_map(|canary| find::in_any_dress(whole, canary)) {
        None => Ok(()),
        Some(dress) => Err(Failure(format!("A canary ({dress}) went to {url}"))),
    }
}

/// The search would notice: a page that sends its canary, in each dress, is caught.
async fn is_found_when_told(stage: &Stage) -> Told {
    let canary = "kanariahuutaa0123456789";
    let send = format!("fetch('/{canary}', {{ method: 'POST', body: btoa('xx{canary}') }}); return true");
    stage.proxy.forget();
    stage.browser.script(&send, vec![]).await?;
    wait::until("the control is on the wire", async || {
        let caught = |request: &crate::harness::Request| {
            find::in_any_dress(request.url.as_bytes(), canary).is_some()
                && find::in_any_dress(&request.body, canary) == Some("base64")
        };
        Ok(stage.proxy.requests().iter().any(caught).then_some(()))
    })
    .await
}
