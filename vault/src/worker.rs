//! The border to JavaScript: takes a request object, gives the answer object. The order of requests is kept by `worker.js`.

use std::cell::RefCell;

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;

use crate::passphrase::{DRAFT_WORK_FACTOR, MAX_DRAFT_WORK_FACTOR, open_with_passphrase, seal_with_passphrase};
use crate::{Identity, SecretString, VaultError, code, digest, draft::DraftKey, identity, protocol, sealed};

#[derive(Default)]
struct Keys {
    draft: Option<DraftKey>,
    team: Vec<Identity>,
}

thread_local! {
    static KEYS: RefCell<Keys> = RefCell::default();
}

/// Answers one request of [`protocol`].
#[wasm_bindgen]
pub fn answer(request: &JsValue) -> Object {
    let answer = KEYS.with_borrow_mut(|keys| carry_out(keys, &Request(request)));
    answer.unwrap_or_else(|error| Answer::empty().text("error", error.name())).0
}

fn carry_out(keys: &mut Keys, request: &Request) -> Result<Answer, VaultError> {
    match request.text("op")?.as_str() {
        protocol::SEAL => seal(request),
        protocol::SEAL_CODE => seal_code(request),
        protocol::OPEN_CODE => open_code(request),
        protocol::NEW_DRAFT => new_draft(keys, request),
        protocol::UNLOCK => unlock(keys, request),
        protocol::SAVE => save(keys, request),
        protocol::READ => read(keys, request),
        protocol::HOLD => hold(keys, request),
        protocol::OPEN => open(keys, request),
        protocol::LOCK => Ok(lock(keys)),
        protocol::DIGEST => Ok(Answer::empty().digest(&request.bytes("bytes")?)),
        protocol::OFFER_CODE => offer_code(request),
        _ => Err(VaultError::BadRequest),
    }
}

fn seal(request: &Request) -> Result<Answer, VaultError> {
    let recipients = sealed::recipients(&request.text("recipients")?)?;
    Ok(Answer::sealed(&sealed::seal(&recipients, &request.bytes("bytes")?)?))
}

fn seal_code(request: &Request) -> Result<Answer, VaultError> {
    let code = request.code().ok_or(VaultError::CodeNeeded)?;
    Ok(Answer::sealed(&seal_with_passphrase(code, DRAFT_WORK_FACTOR, &request.bytes("bytes")?)?))
}

fn open_code(request: &Request) -> Result<Answer, VaultError> {
    let code = request.code().ok_or(VaultError::CodeNeeded)?;
    let bytes = open_with_passphrase(code, MAX_DRAFT_WORK_FACTOR, &request.bytes("bytes")?)?;
    Ok(Answer::empty().bytes("bytes", &bytes))
}

fn new_draft(keys: &mut Keys, request: &Request) -> Result<Answer, VaultError> {
    let (key, stored) = DraftKey::new(request.code())?;
    let answer = Answer::empty().bytes("identity", &stored).text("recipient", &key.recipient().to_string());
    keys.draft = Some(key);
    Ok(answer)
}

fn unlock(keys: &mut Keys, request: &Request) -> Result<Answer, VaultError> {
    let key = DraftKey::unlock(&request.bytes("identity")?, request.code())?;
    let answer = Answer::empty().text("recipient", &key.recipient().to_string());
    keys.draft = Some(key);
    Ok(answer)
}

fn save(keys: &Keys, request: &Request) -> Result<Answer, VaultError> {
    let key = keys.draft.as_ref().ok_or(VaultError::Locked)?;
    Ok(Answer::sealed(&key.save(&request.bytes("bytes")?)?))
}

fn read(keys: &Keys, request: &Request) -> Result<Answer, VaultError> {
    let key = keys.draft.as_ref().ok_or(VaultError::Locked)?;
    Ok(Answer::empty().bytes("bytes", &key.read(&request.bytes("bytes")?)?))
}

fn hold(keys: &mut Keys, request: &Request) -> Result<Answer, VaultError> {
    for key in identity::read_identities(&request.bytes("identity")?, request.code())? {
        // The same file may be opened twice.
        keys.team.retain(|held| held.to_public() != key.to_public());
        keys.team.push(key);
    }
    let recipients: Vec<String> = keys.team.iter().map(|key| key.to_public().to_string()).collect();
    Ok(Answer::empty().text("recipient", &recipients.join("\n")))
}

fn open(keys: &Keys, request: &Request) -> Result<Answer, VaultError> {
    if keys.team.is_empty() {
        return Err(VaultError::Locked);
    }
    let file = request.bytes("bytes")?;
    Ok(Answer::empty().bytes("bytes", &sealed::open(&keys.team, &file)?).digest(&file))
}

/// The keys wipe themselves as they are dropped.
fn lock(keys: &mut Keys) -> Answer {
    *keys = Keys::default();
    Answer::empty()
}

fn offer_code(request: &Request) -> Result<Answer, VaultError> {
    Ok(Answer::empty().text("code", &code::offer_code(&request.text("words")?)?))
}

/// A request, read field by field. What is copied out of it is wiped when dropped.
struct Request<'a>(&'a JsValue);

impl Request<'_> {
    fn field(&self, name: &str) -> JsValue {
        Reflect::get(self.0, &name.into()).unwrap_or_default()
    }

    fn text(&self, name: &str) -> Result<Zeroizing<String>, VaultError> {
        self.field(name).as_string().map(Zeroizing::new).ok_or(VaultError::BadRequest)
    }

    fn bytes(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let bytes = self.field(name).dyn_into::<Uint8Array>().map_err(|_| VaultError::BadRequest)?;
        Ok(Zeroizing::new(bytes.to_vec()))
    }

    /// A code that is empty is no code.
    fn code(&self) -> Option<SecretString> {
        let code = self.text("code").ok().filter(|code| !code.is_empty())?;
        Some(SecretString::from(code.as_str()))
    }
}

/// An answer, filled field by field.
struct Answer(Object);

impl Answer {
    fn empty() -> Self {
        Self(Object::new())
    }

    fn sealed(bytes: &[u8]) -> Self {
        Self::empty().bytes("bytes", bytes).digest(bytes)
    }

    fn text(self, name: &str, text: &str) -> Self {
        self.put(name, &text.into())
    }

    fn bytes(self, name: &str, bytes: &[u8]) -> Self {
        self.put(name, &Uint8Array::from(bytes))
    }

    fn digest(self, bytes: &[u8]) -> Self {
        self.text("digest", &digest::digest(bytes))
    }

    fn put(self, name: &str, value: &JsValue) -> Self {
        // Setting a field of a plain object that we made ourselves cannot fail.
        let _ = Reflect::set(&self.0, &name.into(), value);
        self
    }
}
