//! Cutting out functions that can never run, but that the compiler must keep because something holds their address.

use std::path::Path;

use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, ModuleConfig};

use crate::{Problem, Result, problem};

/// Parts of the names of such functions. Every erased view holds the address of its own `hydrate_async`, which only streamed
/// islands call; this site adopts whole pages at once. `hydrate_from_template` belongs to a macro of Leptos that is not
/// used here, and views made by `new_with_async_value` to the same streams.
const NEVER_CALLED: [&str; 3] = ["hydrate_async", "hydrate_from_template", "new_with_async_value"];

/// Cuts them out of a program as the linker wrote it, names and all. Where one of them is called all the same, the program
/// stops there, which the loader takes for a panic; the stories run on exactly this program.
pub fn file(program: &Path) -> Result<()> {
    let bytes = std::fs::read(program).map_err(problem::about(program))?;
    let small = snip(&bytes).map_err(|why| Problem::new(format!("{}: {why}", program.display())))?;
    std::fs::write(program, small).map_err(problem::about(program))
}

fn snip(program: &[u8]) -> std::result::Result<Vec<u8>, String> {
    let mut module = ModuleConfig::new().parse(program).map_err(|error| error.to_string())?;
    let found: Vec<FunctionId> =
        module.funcs.iter_local().map(|(id, _)| id).filter(|id| is_dead(&module, *id)).collect();
    for id in found {
        stop(&mut module, id);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

fn is_dead(module: &Module, id: FunctionId) -> bool {
    let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
    NEVER_CALLED.iter().any(|part| name.contains(part))
}

/// Leaves of a function only "this cannot happen".
fn stop(module: &mut Module, id: FunctionId) {
    let (takes, gives) = module.types.params_results(module.funcs.get(id).ty());
    let (takes, gives) = (takes.to_vec(), gives.to_vec());
    let mut body = FunctionBuilder::new(&mut module.types, &takes, &gives);
    body.func_body().unreachable();
    let locals = takes.iter().map(|kind| module.locals.add(*kind)).collect();
    let empty = body.local_func(locals);
    module.funcs.get_mut(id).kind = FunctionKind::Local(empty);
}

#[cfg(test)]
mod tests {
    use walrus::ValType;

    use super::*;

    /// A module with one exported function of this name that gives 7.
    fn program(name: &str) -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let mut body = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        body.name(name.to_owned()).func_body().i32_const(7);
        let function = body.finish(vec![], &mut module.funcs);
        module.exports.add("run", function);
        module.emit_wasm()
    }

    /// How many instructions the exported function has.
    fn stops(program: &[u8]) -> bool {
        let module = Module::from_buffer(program).expect("a module");
        let (_, function) = module.funcs.iter_local().next().expect("a function");
        let block = function.block(function.entry_block());
        block.instrs.iter().any(|(instruction, _)| instruction.is_unreachable())
    }

    #[test]
    fn only_what_can_never_run_is_cut() {
        assert!(stops(&snip(&program("tachys::view::hydrate_async::h0")).expect("a program")));
        assert!(!stops(&snip(&program("tachys::view::hydrate::h0")).expect("a program")));
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(snip(b"no program").is_err());
    }
}
