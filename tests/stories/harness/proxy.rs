//! A forward proxy that writes down every request of the browser and refuses every host but this machine.
//! It can also refuse addresses of ours, to show what happens when a file or the network is missing.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

use super::Told;

/// One request as the browser made it.
#[derive(Clone, Debug)]
pub struct Request {
    /// The method, `CONNECT` for an attempt to reach a secure host.
    pub method: String,
    /// The whole address.
    pub url: String,
    /// The rest of the head, as it was sent.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
    /// Whether the proxy let it through.
    pub allowed: bool,
}

/// Which of our own addresses are refused for the moment.
type Refused = Box<dyn Fn(&str) -> bool + Send + Sync>;

/// The running proxy. Clones are the same proxy.
#[derive(Clone)]
pub struct Proxy {
    port: u16,
    notes: Arc<Mutex<Vec<Request>>>,
    refused: Arc<Mutex<Option<Refused>>>,
}

impl Proxy {
    /// Starts it on a free port.
    pub async fn start() -> Told<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let proxy = Self { port: listener.local_addr()?.port(), notes: Arc::default(), refused: Arc::default() };
        let serving = proxy.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let proxy = serving.clone();
                tokio::spawn(async move { proxy.serve(stream).await });
            }
        });
        Ok(proxy)
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Everything the pages asked for so far, without the harness's own addresses.
    pub fn requests(&self) -> Vec<Request> {
        let notes = locked(&self.notes);
        notes.iter().filter(|request| !request.url.contains("/__")).cloned().collect()
    }

    /// Forgets what was noted so far.
    pub fn forget(&self) {
        locked(&self.notes).clear();
    }

    /// Refuses addresses of ours from now on: `|url| url.ends_with(".wasm")`, or `|_| true` for no network at all.
    pub fn refuse(&self, which: impl Fn(&str) -> bool + Send + Sync + 'static) {
        *locked(&self.refused) = Some(Box::new(which));
    }

    /// Lets everything of ours through again.
    pub fn refuse_nothing(&self) {
        *locked(&self.refused) = None;
    }

    /// A browser that breaks off a connection is its own affair, so mistakes on the way end that connection quietly.
    async fn serve(&self, mut browser: TcpStream) {
        let Some(mut request) = read(&mut browser).await else { return };
        let ours = |host: &&str| ["127.0.0.1:", "localhost:"].iter().any(|start| host.starts_with(start));
        let host = host_of(&request.url).filter(ours);
        let refused = locked(&self.refused).as_ref().is_some_and(|refused| refused(&request.url));
        request.allowed = host.is_some() && !refused;
        locked(&self.notes).push(request.clone());
        let Some(host) = host.filter(|_| !refused) else {
            // An unanswered, closed connection is what a dead network looks like.
            return;
        };
        let Ok(mut server) = TcpStream::connect(host).await else { return };
        if server.write_all(&forwarded(&request)).await.is_ok() {
            let _ = copy_bidirectional(&mut browser, &mut server).await;
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads one request. Each connection carries one, since the answer is told to close it.
async fn read(browser: &mut TcpStream) -> Option<Request> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        if browser.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let mut body = bytes.split_off(end);
    let head = String::from_utf8_lossy(&bytes).into_owned();
    let length = header(&head, "content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    while body.len() < length && browser.read_buf(&mut body).await.ok()? > 0 {}
    let mut words = head.split_whitespace();
    let (method, url) = (words.next()?.to_owned(), words.next()?.to_owned());
    Some(Request { method, url, head, body, allowed: false })
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut pairs = head.lines().filter_map(|line| line.split_once(':'));
    pairs.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// Host and port of a plain address; `CONNECT` has none, so that nothing secure gets out.
fn host_of(url: &str) -> Option<&str> {
    url.strip_prefix("http://")?.split('/').next()
}

/// The request as the server expects it: an address without host, and a connection that closes after the answer.
fn forwarded(request: &Request) -> Vec<u8> {
    let path = request.url.splitn(4, '/').nth(3).unwrap_or_default();
    let mut head = format!("{} /{path} HTTP/1.1\r\n", request.method);
    for line in request.head.lines().skip(1).filter(|line| !line.is_empty()) {
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        if !matches!(name.as_str(), "connection" | "proxy-connection" | "keep-alive") {
            head.push_str(line);
            head.push_str("\r\n");
        }
    }
    head.push_str("connection: close\r\n\r\n");
    [head.as_bytes(), &request.body].concat()
}
