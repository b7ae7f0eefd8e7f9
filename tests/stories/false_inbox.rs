//! Somebody in the inbox's place who does not do as the inbox does: stops in the middle, lies, or refuses.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use xtask::demo_inbox::STORY_PORT;

use crate::harness::Told;

/// What happens to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Some of it is read, then the connection breaks.
    StopsInTheMiddle,
    /// "Received", with the digest of something else.
    LiesAboutTheDigest,
    /// Refused for good.
    Refuses,
    /// Its clock shows a year in which every key has expired. Nothing should be sent there.
    LivesLater,
}

/// A false inbox at the address of the stories' inbox. It ends with this value.
pub struct FalseInbox {
    serving: JoinHandle<()>,
    messages: Arc<AtomicUsize>,
}

impl FalseInbox {
    /// Takes the address.
    pub async fn start(behaviour: Behaviour) -> Told<Self> {
        let listener = TcpListener::bind(("127.0.0.1", STORY_PORT)).await?;
        let messages = Arc::new(AtomicUsize::new(0));
        let counted = messages.clone();
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A browser that goes away ends its connection quietly.
                tokio::spawn(serve(stream, behaviour, counted.clone()));
            }
        });
        Ok(Self { serving, messages })
    }

    /// How many messages have been begun here.
    pub fn messages(&self) -> usize {
        self.messages.load(Ordering::Relaxed)
    }

    /// Leaves the address to somebody else.
    pub async fn stop(self) {
        self.serving.abort();
        let _ = self.serving.await;
    }
}

async fn serve(mut stream: TcpStream, behaviour: Behaviour, messages: Arc<AtomicUsize>) -> std::io::Result<()> {
    let head = head(&mut stream).await?;
    let origin = head.lines().find_map(|line| line.strip_prefix("origin: ")).unwrap_or("null").to_owned();
    // The browser asks whether it may send, the page what time it is.
    if head.starts_with("options ") || head.starts_with("get ") {
        let later = behaviour == Behaviour::LivesLater;
        return answer(&mut stream, &origin, if later { LATER } else { "204 No Content" }, "").await;
    }
    messages.fetch_add(1, Ordering::Relaxed);
    match behaviour {
        Behaviour::StopsInTheMiddle | Behaviour::LivesLater => Ok(()),
        Behaviour::LiesAboutTheDigest => {
            take_all(&mut stream, &head).await?;
            answer(&mut stream, &origin, "201 Created", LIE).await
        }
        Behaviour::Refuses => {
            take_all(&mut stream, &head).await?;
            answer(&mut stream, &origin, "422 Unprocessable Content", REFUSAL).await
        }
    }
}

/// A status with a header behind it: the time is all that matters of this answer.
const LATER: &str =
    "204 No Content\r\ndate: Tue, 01 Jun 2038 12:00:00 GMT\r\naccess-control-expose-headers: Retry-After, Date";
/// The digest of nothing at all.
const LIE: &str = r#"{"reference":"E3B0-C442-98FC","received_at":"2026-11-22T00:00:00Z","digest":"sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"}"#;
const REFUSAL: &str = r#"{"type":"/problems/wrong-size","title":"Unprocessable Content","status":422,"detail":"x"}"#;

/// The head in small letters, byte by byte so that nothing of the body is taken.
async fn head(stream: &mut TcpStream) -> std::io::Result<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    Ok(String::from_utf8_lossy(&head).to_lowercase())
}

async fn take_all(stream: &mut TcpStream, head: &str) -> std::io::Result<()> {
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    stream.read_exact(&mut vec![0; length]).await.map(drop)
}

async fn answer(stream: &mut TcpStream, origin: &str, status: &str, body: &str) -> std::io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\naccess-control-allow-origin: {origin}\r\naccess-control-allow-methods: POST\r\n\
         access-control-allow-headers: content-type, idempotency-key, content-digest\r\n\
         content-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.shutdown().await
}
