//! Which functions call which.

use std::collections::BTreeSet;

use walrus::ir::{Visitor, dfs_in_order};
use walrus::{FunctionId, FunctionKind, Module};

/// The functions that are called, or whose address is taken, in this one.
pub fn named_in(module: &Module, function: FunctionId) -> Vec<FunctionId> {
    struct Named(Vec<FunctionId>);
    impl Visitor<'_> for Named {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.push(*function);
        }
    }
    let mut named = Named(Vec::new());
    if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
        dfs_in_order(&mut named, local, local.entry_block());
    }
    named.0
}

/// What can be called from outside and from each other when these are only stubs; the stubs that are reached too.
pub fn without(module: &Module, stubs: &BTreeSet<FunctionId>) -> BTreeSet<FunctionId> {
    let (mut reached, mut open) = (BTreeSet::new(), super::roots(module));
    while let Some(function) = open.pop() {
        if reached.insert(function) && !stubs.contains(&function) {
            open.extend(named_in(module, function));
        }
    }
    reached
}
