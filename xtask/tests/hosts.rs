//! The rules that a build emits for nginx, tried on a real nginx: every header arrives, and a thousand requests to the forms,
//! the clearing address and the inbox leave no address and no user agent on disk.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use xtask::headers::{self, Deployment, FORGET, FORM_ADDRESSES, emit};
use xtask::tools;
use xtask::trial_inbox::TrialInbox;

/// Requests in each of the two halves: the site, and the inbox.
const REQUESTS: usize = 500;
/// Every address of the loopback network is this machine, so visitors can be told apart.
const VISITOR: Ipv4Addr = Ipv4Addr::new(127, 83, 19, 7);
const AGENT: &str = "Mozilla/5.0 (marker-agent-5519)";

/// A running nginx in a folder of its own, gone with this value.
struct Nginx {
    server: Child,
    folder: PathBuf,
    site: SocketAddr,
    inbox: SocketAddr,
    behind: Option<TrialInbox>,
}

fn deployment() -> Deployment {
    Deployment {
        origin: "https://tuki.example.fi".into(),
        endpoint: Some("https://inbox.example.fi".into()),
        framed_by: vec!["https://town.example.fi".into()],
        https_for_good: true,
    }
}

fn free_port() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address")
}

/// A page for each group of headers.
fn write_site(root: &Path) {
    let pages = ["", "fi/", "sv/", "en/", "embed/fi/"].into_iter().chain(FORM_ADDRESSES.map(|form| &form[1..]));
    for page in pages {
        std::fs::create_dir_all(root.join(page)).expect("a folder");
        std::fs::write(root.join(page).join("index.html"), "<p>").expect("a page");
    }
    std::fs::create_dir_all(root.join("assets")).expect("a folder");
    std::fs::write(root.join("assets/app-0f3a.js"), "1").expect("a file");
    std::fs::write(root.join("404.html"), "<p>").expect("a page");
}

/// What a county's administrator writes around the emitted files. Logs are on, as Debian has them.
fn configuration(folder: &Path, site: SocketAddr, inbox: SocketAddr) -> String {
    let folder = folder.display();
    format!(
        "daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n\
         events {{}}\nhttp {{\n\
         access_log {folder}/access.log;\n\
         client_body_temp_path {folder}/body;\nproxy_temp_path {folder}/proxy;\nfastcgi_temp_path {folder}/fastcgi;\n\
         uwsgi_temp_path {folder}/uwsgi;\nscgi_temp_path {folder}/scgi;\n\
         server {{\nlisten {site};\nroot {folder}/site;\nerror_page 404 /404.html;\ninclude {folder}/nginx.conf;\n}}\n\
         server {{\nlisten {inbox};\ninclude {folder}/inbox-nginx.conf;\n}}\n}}\n"
    )
}

impl Nginx {
    fn start(name: &str) -> Nginx {
        let folder = std::env::temp_dir().join(format!("tukipolku-nginx-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        write_site(&folder.join("site"));
        let behind = TrialInbox::start(&folder.join("inbox"), "trusted_proxies = ['127.0.0.1/32']").expect("an inbox");
        let (site, inbox) = (free_port(), free_port());
        let write = |file: &str, text: String| std::fs::write(folder.join(file), text).expect("a file");
        write("nginx.conf", emit::nginx(&headers::rules(&deployment())));
        write("inbox-nginx.conf", emit::nginx_inbox(&behind.address.to_string()));
        write("main.conf", configuration(&folder, site, inbox));
        let mut command = tools::command("nginx");
        command.arg("-p").arg(&folder).arg("-c").arg(folder.join("main.conf")).stdin(Stdio::null());
        let server = command.stderr(Stdio::null()).spawn().expect("nginx is installed");
        let nginx = Nginx { server, folder, site, inbox, behind: Some(behind) };
        let answers = (0..100_000).any(|_| TcpStream::connect(site).is_ok());
        assert!(answers, "nginx does not answer: {}", nginx.tested());
        nginx
    }

    /// What nginx says about its configuration.
    fn tested(&self) -> String {
        let mut command: Command = tools::command("nginx");
        let said = command.arg("-t").arg("-p").arg(&self.folder).arg("-c").arg(self.folder.join("main.conf")).output();
        said.map(|output| String::from_utf8_lossy(&output.stderr).into_owned()).unwrap_or_default()
    }

    /// Every byte that nginx and the inbox have left in the folder, file by file.
    fn on_disk(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
                match entry.path() {
                    path if path.is_dir() => folders.push(path),
                    path => found.push((path.clone(), std::fs::read(&path).expect("a file"))),
                }
            }
        }
        found
    }

    /// The files in which a marker stands.
    fn with(&self, marker: &[u8]) -> Vec<PathBuf> {
        let holds = |bytes: &[u8]| bytes.windows(marker.len()).any(|window| window == marker);
        self.on_disk().into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// One request from the marked visitor; gives status and head.
fn ask(to: SocketAddr, method: &str, path: &str, more: &str, body: &[u8]) -> (u16, String) {
    let mut stream = connect_from(VISITOR, to);
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: tuki.example.fi\r\nUser-Agent: {AGENT}\r\nContent-Length: {}\r\n\
         X-Forwarded-For: 198.51.100.73\r\nConnection: close\r\n{more}\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).expect("the head goes out");
    // A server that refuses by the head alone may not wait for the body.
    let _ = stream.write_all(body);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let text = String::from_utf8_lossy(&answer).into_owned();
    let (head, _) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    (status, head.to_lowercase())
}

fn connect_from(from: Ipv4Addr, to: SocketAddr) -> TcpStream {
    use rustix::net::{AddressFamily, SocketType, bind, connect, socket};
    let socket = socket(AddressFamily::INET, SocketType::STREAM, None).expect("a socket");
    bind(&socket, &SocketAddr::new(IpAddr::V4(from), 0)).expect("an address of this machine");
    connect(&socket, &to).expect("a connection");
    let stream = TcpStream::from(socket);
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time limit");
    stream
}

#[test]
fn nginx_sends_every_header_of_every_group() {
    let nginx = Nginx::start("headers");
    let rules = headers::rules(&deployment());
    let pages = ["/", "/fi/", "/sv/", "/en/", "/embed/fi/", "/assets/app-0f3a.js", "/404.html", "/nowhere/"];
    for path in pages.into_iter().chain(FORM_ADDRESSES) {
        let (status, head) = ask(nginx.site, "GET", path, "", b"");
        assert_eq!(status, if path == "/nowhere/" { 404 } else { 200 }, "{path}");
        for (name, value) in headers::headers_of(&rules, path) {
            let line = format!("\r\n{name}: {value}").to_lowercase();
            assert_eq!(head.matches(&line).count(), 1, "{path} {name}\n{head}");
        }
    }
}

/// The address without its slash leads on with the municipality that came with it.
#[test]
fn nginx_keeps_the_municipality_on_the_way_to_a_form() {
    let nginx = Nginx::start("slash");
    for form in FORM_ADDRESSES {
        let bare = format!("{}?kunta=297", form.trim_end_matches('/'));
        let (status, head) = ask(nginx.site, "GET", &bare, "", b"");
        assert!(status == 301 && head.contains(&format!("{form}?kunta=297\r\n")), "{head}");
    }
}

#[test]
fn nginx_clears_for_the_site_itself_and_nobody_else() {
    let nginx = Nginx::start("forget");
    let own = ask(nginx.site, "POST", FORGET, "Sec-Fetch-Site: same-origin\r\n", b"");
    assert!(
        own.0 == 204
            && own.1.contains("clear-site-data: \"storage\"")
            && own.1.contains("site-data-cleared: \"storage\""),
        "{own:?}"
    );
    let foreign = ask(nginx.site, "POST", FORGET, "Sec-Fetch-Site: cross-site\r\n", b"");
    assert_eq!(foreign.0, 403);
    assert_eq!(ask(nginx.site, "GET", FORGET, "Sec-Fetch-Site: same-origin\r\n", b"").0, 405);
    for answer in [foreign, ask(nginx.site, "GET", FORGET, "", b"")] {
        assert!(!answer.1.contains("clear-site-data"), "{answer:?}");
    }
}

/// Visits of forms, of what is not there, and of the clearing address.
fn visit_forms(nginx: &Nginx, number: usize) {
    let form = FORM_ADDRESSES[number % FORM_ADDRESSES.len()];
    match number % 5 {
        0 | 1 => assert_eq!(ask(nginx.site, "GET", form, "", b"").0, 200),
        3 => assert_eq!(ask(nginx.site, "GET", form.trim_end_matches('/'), "", b"").0, 301),
        2 => assert_eq!(ask(nginx.site, "GET", &format!("{form}missing-{number}"), "", b"").0, 404),
        _ => assert_eq!(ask(nginx.site, "POST", FORGET, "Sec-Fetch-Site: same-origin\r\n", b"").0, 204),
    }
}

/// Messages that are taken, refused, far too large, and questions of staff.
fn visit_inbox(nginx: &Nginx, number: usize) {
    let submissions = "/v1/esimerkki/submissions";
    let headers = format!(
        "Content-Type: application/octet-stream\r\nIdempotency-Key: trial-key-{number:08}\r\n\
         Content-Digest: {}\r\n",
        "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"
    );
    match number % 5 {
        0 => assert_eq!(ask(nginx.inbox, "POST", submissions, &headers, b"").0, 422),
        1 => assert_eq!(ask(nginx.inbox, "POST", submissions, &headers, &[b'x'; 20_000]).0, 400),
        2 => assert_eq!(ask(nginx.inbox, "POST", submissions, &headers, &vec![b'x'; 2 << 20]).0, 413),
        3 => assert_eq!(ask(nginx.inbox, "GET", submissions, "Authorization: Bearer wrong\r\n", b"").0, 401),
        _ => assert_eq!(ask(nginx.inbox, "GET", "/health", "", b"").0, 200),
    }
}

#[test]
fn a_thousand_requests_leave_no_address_and_no_user_agent_on_disk() {
    let nginx = Nginx::start("logs");
    (0..REQUESTS).for_each(|number| visit_forms(&nginx, number));
    (0..REQUESTS).for_each(|number| visit_inbox(&nginx, number));
    for marker in [VISITOR.to_string().as_bytes(), &VISITOR.octets(), AGENT.as_bytes(), b"198.51.100.73", b"lomake"] {
        let found: Vec<_> = nginx.with(marker).into_iter().filter(|file| !file.ends_with("nginx.conf")).collect();
        assert!(found.is_empty(), "{} in {found:?}", String::from_utf8_lossy(marker));
    }
    // The search finds what is there: a guide page is logged, as any web server does.
    assert_eq!(ask(nginx.site, "GET", "/fi/", "", b"").0, 200);
    assert_eq!(nginx.with(AGENT.as_bytes()), [nginx.folder.join("access.log")]);
    assert_eq!(nginx.with(VISITOR.to_string().as_bytes()), [nginx.folder.join("access.log")]);
    println!("{} requests, 0 addresses, 0 user agents on disk", 2 * REQUESTS);
}

#[test]
fn an_inbox_that_is_away_is_no_reason_to_write_down_who_asked() {
    let mut nginx = Nginx::start("away");
    drop(nginx.behind.take());
    (0..20).for_each(|_| assert_eq!(ask(nginx.inbox, "GET", "/health", "", b"").0, 502));
    assert!(nginx.with(AGENT.as_bytes()).is_empty() && nginx.with(VISITOR.to_string().as_bytes()).is_empty());
}
