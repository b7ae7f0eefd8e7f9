//! Taking connections: a bounded number at a time, none that dawdles over its headers, and a stop that lets what has
//! begun come to its end.

use crate::log;
use crate::visitor::Peer;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tower::ServiceExt;

/// Open connections at a time; more wait in the operating system's queue.
const CONNECTIONS: usize = 512;
const HEADERS_WITHIN: Duration = Duration::from_secs(20);
/// How long a stop waits for what has begun.
const LAST_CALL: Duration = Duration::from_secs(30);
/// After a failed accept (usually: no file handle left) the next try waits, or the loop would burn a core.
const BREATH: Duration = Duration::from_millis(100);

/// Serves until `stop` turns true, then finishes what has begun.
pub async fn serve(listener: TcpListener, routes: Router, mut stop: watch::Receiver<bool>) {
    let open = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let next = async {
            let place = places.clone().acquire_owned().await.expect("the places are never closed");
            (place, listener.accept().await)
        };
        // Also while every place is taken: a stop is never waited for by whoever waits for a place.
        let (place, accepted) = tokio::select! {
            next = next => next,
            _ = stop.wait_for(|stopped| *stopped) => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let work = open.watch(connection(stream, peer, routes.clone()));
                tokio::spawn(async move {
                    // A broken connection is the sender's weather; the sender will come again.
                    let _ = work.await;
                    drop(place);
                });
            }
            Err(_) => tokio::time::sleep(BREATH).await,
        }
    }
    drop(listener);
    if tokio::time::timeout(LAST_CALL, open.shutdown()).await.is_err() {
        log::line("stopped although some connections were still open");
    }
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    routes: Router,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send + 'static {
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(Peer(peer));
        routes.clone().oneshot(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .serve_connection(TokioIo::new(stream), service)
}
