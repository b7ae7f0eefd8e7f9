//! The app's side of the vault: asks the worker and waits for its answers. Nothing is encrypted here.
//!
//! The worker starts with the first request. If it breaks or does not answer, that request and all that wait fail, the keys
//! are gone with it, and the next request starts a new one: a draft then has to be unlocked again ([`VaultError::Locked`]).

mod line;
/// The messages to the worker: the very file that the vault is built with.
#[path = "../../../vault/src/protocol.rs"]
pub mod protocol;

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{RequestInit, Response};

use crate::delivery::Digest;
use crate::drafts::KeyRecord;
pub use protocol::VaultError;

/// How long an answer may take, in milliseconds: some twenty times what key derivation takes on a slow phone.
const PATIENCE: i32 = 60_000;

/// Where the files of the vault lie on this site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addresses {
    /// The worker's script, `/assets/vault-<hash>.js`.
    pub script: String,
    /// The WebAssembly beside it, `/assets/vault-<hash>.wasm`. The script finds it by itself; it is named to fetch it early.
    pub program: String,
}

/// A sealed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// An age file.
    pub bytes: Vec<u8>,
    /// Its SHA-256.
    pub digest: Digest,
}

/// The vault of this page. There is one worker, however many copies of this there are.
#[derive(Clone, Debug)]
pub struct Vault {
    addresses: Addresses,
    patience: i32,
}

impl Addresses {
    /// Reads them from the page's `<meta data-vault="…js" data-vault-program="…wasm">`; `None` in a page without a vault.
    pub fn of_page() -> Option<Self> {
        let meta = web_sys::window()?.document()?.query_selector("meta[data-vault]").ok()??;
        let (script, program) = (meta.get_attribute("data-vault")?, meta.get_attribute("data-vault-program")?);
        Some(Self { script, program })
    }
}

impl Vault {
    /// The vault at these addresses. Nothing is fetched yet.
    pub fn new(addresses: Addresses) -> Self {
        Self { addresses, patience: PATIENCE }
    }

    /// Waits this many milliseconds for an answer, not a minute.
    pub fn with_patience(mut self, milliseconds: i32) -> Self {
        self.patience = milliseconds;
        self
    }

    /// Fetches the files at the lowest priority, so that they are at hand later. Whether it succeeds shows when they are used.
    pub fn prefetch(&self) {
        for address in [self.addresses.script.clone(), self.addresses.program.clone()] {
            spawn_local(async move {
                let _ = fetch_whole(&address).await;
            });
        }
    }

    /// Ends the worker at once, with its keys and all that was asked: for leaving in a hurry.
    pub fn end() {
        line::close(VaultError::Locked);
    }

    /// Whether there is a worker, and so perhaps a key in memory.
    pub fn is_running() -> bool {
        line::is_open()
    }

    /// Seals bytes so that each of the county's `recipients` (`age1…`) can open them.
    ///
    /// # Errors
    /// [`VaultError::BadRecipient`], [`VaultError::NoRandomness`], or a broken worker.
    pub async fn seal(&self, recipients: &[String], bytes: &[u8]) -> Result<Sealed, VaultError> {
        let question = Question::new(protocol::SEAL).text("recipients", &recipients.join("\n")).bytes("bytes", bytes);
        self.ask(question).await?.sealed()
    }

    /// Seals bytes under a code: the draft a person carries away.
    ///
    /// # Errors
    /// [`VaultError::CodeNeeded`], [`VaultError::NoRandomness`], or a broken worker.
    pub async fn seal_with_code(&self, code: &str, bytes: &[u8]) -> Result<Sealed, VaultError> {
        self.ask(Question::new(protocol::SEAL_CODE).text("code", code).bytes("bytes", bytes)).await?.sealed()
    }

    /// Opens a draft that was carried here.
    ///
    /// # Errors
    /// [`VaultError::WrongCode`], [`VaultError::TooMuchWork`], [`VaultError::NotForThisKey`] when no code opens it,
    /// [`VaultError::Damaged`], [`VaultError::NotAgeFile`], or a broken worker.
    pub async fn open_with_code(&self, code: &str, bytes: &[u8]) -> Result<Vec<u8>, VaultError> {
        self.ask(Question::new(protocol::OPEN_CODE).text("code", code).bytes("bytes", bytes)).await?.bytes("bytes")
    }

    /// Makes the key of a new draft, under a code or bare. The worker keeps it unlocked; what is given is to be stored.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`], or a broken worker.
    pub async fn new_draft(&self, code: Option<&str>) -> Result<KeyRecord, VaultError> {
        let answer = self.ask(Question::new(protocol::NEW_DRAFT).code(code)).await?;
        let with_code = code.is_some_and(|code| !code.is_empty());
        Ok(KeyRecord { with_code, identity: answer.bytes("identity")?, recipient: answer.text("recipient")? })
    }

    /// Takes the key of a kept draft into use.
    ///
    /// # Errors
    /// [`VaultError::WrongCode`], [`VaultError::CodeNeeded`], [`VaultError::TooMuchWork`], [`VaultError::Damaged`],
    /// [`VaultError::NotAgeFile`], or a broken worker.
    pub async fn unlock(&self, key: &KeyRecord, code: Option<&str>) -> Result<(), VaultError> {
        let question = Question::new(protocol::UNLOCK).bytes("identity", &key.identity).code(code);
        self.ask(question).await.map(|_| ())
    }

    /// Seals one state of the draft.
    ///
    /// # Errors
    /// [`VaultError::Locked`], [`VaultError::NoRandomness`], or a broken worker.
    pub async fn save(&self, bytes: &[u8]) -> Result<Sealed, VaultError> {
        self.ask(Question::new(protocol::SAVE).bytes("bytes", bytes)).await?.sealed()
    }

    /// Opens one state of the draft.
    ///
    /// # Errors
    /// [`VaultError::Locked`], [`VaultError::NotForThisKey`], [`VaultError::Damaged`], [`VaultError::NotAgeFile`], or a
    /// broken worker.
    pub async fn read(&self, sealed: &[u8]) -> Result<Vec<u8>, VaultError> {
        self.ask(Question::new(protocol::READ).bytes("bytes", sealed)).await?.bytes("bytes")
    }

    /// Has every key wiped. The worker stays.
    ///
    /// # Errors
    /// A broken worker, whose keys are gone too.
    pub async fn lock(&self) -> Result<(), VaultError> {
        self.ask(Question::new(protocol::LOCK)).await.map(|_| ())
    }

    /// The SHA-256 of a sealed file.
    ///
    /// # Errors
    /// A broken worker.
    pub async fn digest(&self, sealed: &[u8]) -> Result<Digest, VaultError> {
        self.ask(Question::new(protocol::DIGEST).bytes("bytes", sealed)).await?.digest()
    }

    /// Four words out of a list, one word a line, as `data/words/<language>.txt` is served.
    ///
    /// # Errors
    /// [`VaultError::TooFewWords`], [`VaultError::NoRandomness`], or a broken worker.
    pub async fn offer_code(&self, words: &str) -> Result<String, VaultError> {
        self.ask(Question::new(protocol::OFFER_CODE).text("words", words)).await?.text("code")
    }

    async fn ask(&self, question: Question) -> Result<Answer, VaultError> {
        line::ask(&self.addresses.script, &question.0, self.patience).await.map(Answer)
    }
}

/// A request on its way to the worker.
struct Question(Object);

impl Question {
    fn new(op: &str) -> Self {
        Self(Object::new()).text("op", op)
    }

    fn text(self, name: &str, text: &str) -> Self {
        self.put(name, &text.into())
    }

    fn bytes(self, name: &str, bytes: &[u8]) -> Self {
        self.put(name, &Uint8Array::from(bytes))
    }

    fn code(self, code: Option<&str>) -> Self {
        match code {
            Some(code) => self.text("code", code),
            None => self,
        }
    }

    fn put(self, name: &str, value: &JsValue) -> Self {
        // Setting a field of a plain object that we made ourselves cannot fail.
        let _ = Reflect::set(&self.0, &name.into(), value);
        self
    }
}

/// An answer of the worker. A field that should be there and is not means that the worker is not ours, or broken.
struct Answer(JsValue);

impl Answer {
    fn field(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &name.into()).unwrap_or_default()
    }

    fn text(&self, name: &str) -> Result<String, VaultError> {
        self.field(name).as_string().ok_or(VaultError::Crashed)
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, VaultError> {
        let bytes = self.field(name).dyn_into::<Uint8Array>().map_err(|_| VaultError::Crashed)?;
        Ok(bytes.to_vec())
    }

    fn digest(&self) -> Result<Digest, VaultError> {
        Digest::from_hex(&self.text("digest")?).ok_or(VaultError::Crashed)
    }

    fn sealed(&self) -> Result<Sealed, VaultError> {
        Ok(Sealed { bytes: self.bytes("bytes")?, digest: self.digest()? })
    }
}

/// Fetches an address to its end: what is not read to the end may not be kept by the browser.
async fn fetch_whole(address: &str) -> Result<(), JsValue> {
    let request = RequestInit::new();
    Reflect::set(&request, &"priority".into(), &"low".into())?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(address, &request)).await?.dyn_into()?;
    JsFuture::from(response.array_buffer()?).await.map(|_| ())
}
