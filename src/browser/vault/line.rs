//! The line to the worker: one at a time, made when it is needed, cut when it is broken.

use std::cell::RefCell;

use js_sys::{Array, Function, Map, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Window, Worker, WorkerOptions, WorkerType};

use super::protocol::VaultError;

thread_local! {
    static LINE: RefCell<Option<Line>> = const { RefCell::new(None) };
}

struct Line {
    worker: Worker,
    /// Number of a request → the function that ends its waiting.
    waiting: Map,
    last: u32,
    // The worker calls these as long as it lives.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

/// Starts the worker unless it runs.
pub(super) fn open(script: &str) -> Result<(), VaultError> {
    LINE.with_borrow_mut(|line| {
        if line.is_none() {
            *line = Some(Line::new(script).map_err(|_| VaultError::Unavailable)?);
        }
        Ok(())
    })
}

/// Whether the worker runs.
pub(super) fn is_open() -> bool {
    LINE.with_borrow(Option::is_some)
}

/// Ends the worker. Whoever waits for it gets `error`.
pub(super) fn close(error: VaultError) {
    if let Some(line) = LINE.take() {
        line.worker.terminate();
        end_waiting(&line.waiting, error);
    }
}

/// Sends a request and waits for its answer, at most `patience` milliseconds.
pub(super) async fn ask(script: &str, question: &Object, patience: i32) -> Result<JsValue, VaultError> {
    open(script)?;
    let sent = LINE.with_borrow_mut(|line| line.as_mut().map(|line| (line.worker.clone(), line.send(question))));
    let (worker, sent) = sent.ok_or(VaultError::Crashed)?;
    let (answer, done) = sent.map_err(|_| VaultError::BadRequest)?;
    let timer = Timer::start(&done, patience)?;
    let answer = JsFuture::from(answer).await.map_err(|_| VaultError::Crashed);
    drop(timer);
    match answer.as_ref().map_or_else(|error| Some(*error), error_of) {
        Some(error) => Err(close_if_broken(&worker, error)),
        None => answer,
    }
}

/// Ends this worker if the error says that it cannot go on; never the one that was started after it.
fn close_if_broken(worker: &Worker, error: VaultError) -> VaultError {
    let broken = matches!(error, VaultError::Crashed | VaultError::TimedOut | VaultError::Unavailable);
    let still_ours = LINE.with_borrow(|line| line.as_ref().is_some_and(|line| line.worker == *worker));
    if broken && still_ours {
        close(error);
    }
    error
}

fn error_of(answer: &JsValue) -> Option<VaultError> {
    let name = Reflect::get(answer, &"error".into()).ok()?.as_string()?;
    Some(VaultError::from_name(&name))
}

/// Ends the waiting for an answer after a while; dropping it stops the clock.
struct Timer(Window, i32);

impl Timer {
    fn start(done: &Function, patience: i32) -> Result<Self, VaultError> {
        let window = web_sys::window().ok_or(VaultError::Unavailable)?;
        let late = answer_of(VaultError::TimedOut);
        let timer = window.set_timeout_with_callback_and_timeout_and_arguments_1(done, patience, &late);
        timer.map(|timer| Self(window, timer)).map_err(|_| VaultError::Unavailable)
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.0.clear_timeout_with_handle(self.1);
    }
}

impl Line {
    fn new(script: &str) -> Result<Self, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(script, &options)?;
        let waiting = Map::new();
        let (on_message, on_error) = (answering(waiting.clone()), failing(waiting.clone()));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, waiting, last: 0, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a request. Its bytes are moved, so that no copy of them stays in this thread.
    /// Gives the promise of the answer, and the function that fulfils it.
    fn send(&mut self, question: &Object) -> Result<(Promise, Function), JsValue> {
        self.last += 1;
        let id = JsValue::from(self.last);
        Reflect::set(question, &"id".into(), &id)?;
        self.worker.post_message_with_transfer(question, &buffers(question))?;
        let mut done = None;
        let answer = Promise::new(&mut |resolve, _| done = Some(resolve));
        let done = done.ok_or(JsValue::NULL)?;
        self.waiting.set(&id, &done);
        Ok((answer, done))
    }
}

fn buffers(question: &Object) -> Array {
    let values = Object::values(question).into_iter();
    values.filter_map(|value| value.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.buffer()).collect()
}

/// Hands each answer to the request of its number.
fn answering(waiting: Map) -> Closure<dyn FnMut(MessageEvent)> {
    Closure::new(move |event: MessageEvent| {
        let answer = event.data();
        let id = Reflect::get(&answer, &"id".into()).unwrap_or_default();
        if let Ok(done) = waiting.get(&id).dyn_into::<Function>() {
            waiting.delete(&id);
            call(&done, &answer);
        }
    })
}

/// The worker's own script catches what goes wrong in the program, so an error event means that the script did not start.
fn failing(waiting: Map) -> Closure<dyn FnMut()> {
    Closure::new(move || end_waiting(&waiting, VaultError::Unavailable))
}

fn end_waiting(waiting: &Map, error: VaultError) {
    let answer = answer_of(error);
    waiting.for_each(&mut |done, _| call(done.unchecked_ref(), &answer));
    waiting.clear();
}

fn answer_of(error: VaultError) -> JsValue {
    let answer = Object::new();
    // Setting a field of a plain object that we made ourselves cannot fail.
    let _ = Reflect::set(&answer, &"error".into(), &error.name().into());
    answer.into()
}

/// Fulfils a promise; that cannot throw.
fn call(done: &Function, answer: &JsValue) {
    let _ = done.call1(&JsValue::NULL, answer);
}
