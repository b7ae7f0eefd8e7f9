//! Cuts the linked program in two: what the first screens need, and what comes with the first answer. Whatever of the second part
//! is called sooner is fetched first; so a wrong list of what may come later costs time and never a function.
//!
//! The first part keeps memory, tables, texts and a stub for each function of the second that it may call. A stub asks the loader
//! for the second part (`tukiLater` in `src/boot.js`) and calls through a table, which the second part fills. See
//! docs/decisions/program-in-two-parts.md.

mod both;
pub mod marks;
mod reach;
pub mod rules;

use std::collections::BTreeSet;

use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, ImportId, Module,
    ModuleConfig, RefType, TableId, ValType, passes,
};

use self::both::Both;
use self::rules::Rules;

/// The name by which the program asks the loader for its second part.
const FETCHES: &str = "tukiLater";
/// The table of the second part's functions.
const TABLE: &str = "later";

/// A program in two WebAssembly files.
pub struct Parts {
    /// Starts by itself.
    pub first: Vec<u8>,
    /// Takes memory, tables and functions from the first.
    pub later: Vec<u8>,
}

/// Cuts a program whose functions still have their names.
///
/// # Errors
/// It is no WebAssembly, or it never asks the loader for a second part.
pub fn split(program: &[u8], rules: &Rules) -> Result<Parts, String> {
    let mut both = Both::read(program)?;
    let asks = asks(&both.first).ok_or(format!("the program does not import “{FETCHES}”"))?;
    let named: BTreeSet<FunctionId> = both.first.funcs.iter_local().map(|(id, _)| id).collect();
    let name = |id: &FunctionId| both.first.funcs.get(*id).name.as_deref().unwrap_or_default();
    let mut later: BTreeSet<FunctionId> = named.iter().filter(|id| rules.say_later(name(id))).copied().collect();
    later.retain(|id| both.first.start != Some(*id));
    let reached = reach::without(&both.first, &later);
    let stubs: Vec<FunctionId> = later.intersection(&reached).copied().collect();
    // What only the second part calls goes with it, whatever its name.
    later.extend(named.difference(&reached));

    let table = add_table(&mut both.first, stubs.len());
    let ensure = add_ensure(&mut both.first, asks);
    for (slot, stub) in stubs.iter().enumerate() {
        become_stub(&mut both.first, *stub, ensure, (table, slot));
    }
    both.bare_second();
    both.share_what_is_used(&later);
    let slots = stubs.iter().map(|id| both.twin(*id)).collect();
    fill_table(&mut both, table, slots);
    let [mut first, mut second] = [both.first, both.second];
    passes::gc::run(&mut first);
    passes::gc::run(&mut second);
    Ok(Parts { first: first.emit_wasm(), later: second.emit_wasm() })
}

/// Reads a program and keeps the names of its functions.
fn read(program: &[u8]) -> Result<Module, String> {
    ModuleConfig::new().generate_producers_section(false).parse(program).map_err(|error| error.to_string())
}

fn asks(module: &Module) -> Option<FunctionId> {
    let is_it = |id: &ImportId| module.imports.get(*id).name.contains(FETCHES);
    let imported = |kind: &FunctionKind| matches!(kind, FunctionKind::Import(import) if is_it(&import.import));
    module.funcs.iter().find(|function| imported(&function.kind)).map(walrus::Function::id)
}

fn add_table(first: &mut Module, slots: usize) -> TableId {
    let table = first.tables.add_local(false, slots as u64, Some(slots as u64), RefType::FUNCREF);
    first.exports.add(TABLE, table);
    table
}

/// A function that has the second part fetched, the first time it is called.
fn add_ensure(first: &mut Module, asks: FunctionId) -> FunctionId {
    let is_here = first.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
    let mut ensure = FunctionBuilder::new(&mut first.types, &[], &[]);
    ensure.func_body().global_get(is_here).if_else(
        None,
        |_| {},
        |ask| {
            let at_once = 1;
            ask.i32_const(at_once).call(asks).drop().i32_const(1).global_set(is_here);
        },
    );
    ensure.finish(vec![], &mut first.funcs)
}

fn become_stub(first: &mut Module, stub: FunctionId, ensure: FunctionId, (table, slot): (TableId, usize)) {
    let function = first.funcs.get_mut(stub);
    let shape = function.ty();
    let FunctionKind::Local(local) = &mut function.kind else { return };
    let arguments = local.args.clone();
    let mut body = local.builder_mut().func_body();
    body.instrs_mut().clear();
    body.call(ensure);
    for argument in arguments {
        body.local_get(argument);
    }
    body.i32_const(slot as i32).call_indirect(shape, table);
}

fn fill_table(both: &mut Both, table: TableId, slots: Vec<FunctionId>) {
    let shape = both.first.tables.get(table);
    let (least, most) = (shape.initial, shape.maximum);
    let (table, _) = both.second.add_import_table(both::FROM, TABLE, false, least, most, RefType::FUNCREF);
    let from_start = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(0)) };
    let segment = both.second.elements.add(from_start, ElementItems::Functions(slots));
    both.second.tables.get_mut(table).elem_segments.insert(segment);
}

/// The functions that something outside a function can call: exports, tables, the start.
fn roots(module: &Module) -> Vec<FunctionId> {
    let exports = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => Some(function),
        _ => None,
    });
    let tables = module.elements.iter().flat_map(|segment| match &segment.items {
        ElementItems::Functions(functions) => functions.clone(),
        ElementItems::Expressions(_, all) => all.iter().filter_map(named_by).collect(),
    });
    exports.chain(tables).chain(module.start).collect()
}

fn named_by(expression: &ConstExpr) -> Option<FunctionId> {
    match expression {
        ConstExpr::RefFunc(function) => Some(*function),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
