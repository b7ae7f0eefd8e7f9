//! A program that remembers which of its functions have run: how it is found out what the first screens need.

use walrus::ir::{Const, MemArg, Store, StoreKind, Value};
use walrus::{FunctionId, FunctionKind, Module};

/// A page of WebAssembly memory, in bytes.
const PAGE: u64 = 65_536;

/// A program with marks.
pub struct Marked {
    /// The WebAssembly.
    pub program: Vec<u8>,
    /// The functions by name. The first one's mark stands at `from`, each next one's a byte after.
    pub functions: Vec<String>,
    /// Where in the program's memory the marks begin: zero for a function that has not run.
    pub from: u64,
}

/// Has every function set a mark when it is called.
///
/// # Errors
/// It is no WebAssembly with a memory.
pub fn mark(program: &[u8]) -> Result<Marked, String> {
    let mut module = super::read(program)?;
    let memory = module.memories.iter().next().ok_or("the program has no memory")?.id();
    let functions: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    // Behind everything the program starts with; what it asks for later begins after it.
    let from = module.memories.get(memory).initial * PAGE;
    module.memories.get_mut(memory).initial += (functions.len() as u64).div_ceil(PAGE);
    let store = Store { memory, kind: StoreKind::I32_8 { atomic: false }, arg: MemArg { align: 1, offset: 0 } };
    for (at, function) in (from..).zip(&functions) {
        let at = i32::try_from(at).map_err(|_| "the program's memory is too large")?;
        set_first(&mut module, *function, at, store.clone());
    }
    let name = |id: &FunctionId| module.funcs.get(*id).name.clone().unwrap_or_default();
    let functions = functions.iter().map(name).collect();
    Ok(Marked { program: module.emit_wasm(), functions, from })
}

fn set_first(module: &mut Module, function: FunctionId, at: i32, store: Store) {
    if let FunctionKind::Local(local) = &mut module.funcs.get_mut(function).kind {
        let mut body = local.builder_mut().func_body();
        body.instr_at(0, Const { value: Value::I32(at) });
        body.instr_at(1, Const { value: Value::I32(1) });
        body.instr_at(2, store);
    }
}
