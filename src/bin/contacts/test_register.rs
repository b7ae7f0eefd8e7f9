//! A register on this machine for the tests of the import: it pages, refuses, dawdles and breaks off as it is told.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What the server does with a request.
pub enum Reply {
    /// Answers with a status, further headers and a body.
    Answer(u16, &'static str, String),
    /// Promises more than it sends.
    Half(String),
    /// Takes the request and says nothing, until the other side gives up.
    Silence,
}

/// A register on this machine. It decides by the path and by how often it was asked for it.
pub struct Register {
    /// Its address, without a slash at the end.
    pub address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Register {
    /// Begins to answer.
    pub fn new(reply: fn(&str, usize) -> Reply) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let heard = Arc::clone(&heard);
                std::thread::spawn(move || serve(stream, &heard, reply));
            }
        });
        Self { address, asked }
    }

    /// The paths that were asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("nobody panicked").clone()
    }
}

fn serve(mut stream: TcpStream, heard: &Mutex<Vec<String>>, reply: fn(&str, usize) -> Reply) {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return,
            Ok(read) => request.extend_from_slice(&buffer[..read]),
        }
    }
    let request = String::from_utf8_lossy(&request);
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let times = {
        let mut heard = heard.lock().expect("nobody panicked");
        heard.push(path.clone());
        heard.iter().filter(|other| **other == path).count()
    };
    // The other side may have gone; that is its good right.
    let _ = match reply(&path, times) {
        Reply::Answer(status, headers, body) => {
            write!(
                stream,
                "HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
                body.len()
            )
        }
        Reply::Half(body) => write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len() + 1_000),
        Reply::Silence => stream.read(&mut buffer).map(drop),
    };
}
