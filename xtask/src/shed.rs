//! Takes out of the linked program what is compiled in and never called. Each type of view brings a second way of adopting a
//! page, for views that arrive while the page is being adopted; ours are all there from the start. Which functions these are is
//! told by name, so the compiler must not have merged them with others (`-Zmerge-functions=disabled`).
//!
//! docs/decisions/small-program.md has the figures.

use std::path::Path;

use walrus::{FunctionId, FunctionKind, Module, ModuleConfig};

use crate::{Problem, Result, problem};

/// Part of the name of every function that is never called.
const NEVER_CALLED: &str = "hydrate_async";

/// Empties those functions of this WebAssembly file. Whoever calls one all the same is stopped, as by a panic.
///
/// # Errors
/// The file is no WebAssembly, or cannot be read or written.
pub fn shed(file: &Path) -> Result<()> {
    let program = std::fs::read(file).map_err(problem::about(file))?;
    let lighter = without(&program).map_err(|error| Problem::new(error).at(file, None))?;
    // A new file: cargo keeps the old one under another name, and would take a change in it for its own.
    let beside = file.with_extension("shed");
    std::fs::write(&beside, lighter).map_err(problem::about(&beside))?;
    std::fs::rename(&beside, file).map_err(problem::about(file))
}

fn without(program: &[u8]) -> std::result::Result<Vec<u8>, String> {
    let read = ModuleConfig::new().generate_producers_section(false).parse(program);
    let mut module = read.map_err(|error| error.to_string())?;
    let named = |name: Option<&str>| name.is_some_and(|name| name.contains(NEVER_CALLED));
    let never: Vec<_> = module.funcs.iter().filter(|function| named(function.name.as_deref())).collect();
    let never: Vec<FunctionId> = never.into_iter().map(walrus::Function::id).collect();
    never.into_iter().for_each(|function| empty(&mut module, function));
    Ok(module.emit_wasm())
}

fn empty(module: &mut Module, function: FunctionId) {
    if let FunctionKind::Local(local) = &mut module.funcs.get_mut(function).kind {
        let mut body = local.builder_mut().func_body();
        body.instrs_mut().clear();
        body.unreachable();
    }
}

#[cfg(test)]
mod tests {
    use walrus::ir::Instr;
    use walrus::{FunctionBuilder, ValType};

    use super::*;

    /// A program of two functions that give a number.
    fn program() -> Vec<u8> {
        let mut module = Module::default();
        for name in ["<View as RenderHtml>::hydrate_async", "<View as RenderHtml>::hydrate"] {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            function.name(name.to_owned()).func_body().i32_const(7);
            let function = function.finish(vec![], &mut module.funcs);
            module.exports.add(name, function);
        }
        module.emit_wasm()
    }

    fn first_step(module: &Module, name: &str) -> Instr {
        let function = module.funcs.iter().find(|function| function.name.as_deref() == Some(name)).expect("is there");
        let FunctionKind::Local(local) = &function.kind else { panic!("{name} is not ours") };
        local.block(local.entry_block()).instrs[0].0.clone()
    }

    #[test]
    fn what_is_never_called_is_emptied_and_nothing_else() {
        let module = Module::from_buffer(&without(&program()).expect("a program")).expect("a program");
        assert!(matches!(first_step(&module, "<View as RenderHtml>::hydrate_async"), Instr::Unreachable(_)));
        assert!(matches!(first_step(&module, "<View as RenderHtml>::hydrate"), Instr::Const(_)));
    }

    #[test]
    fn what_is_no_program_is_told() {
        assert!(without(b"no program").is_err());
    }
}
