//! One program read twice: each copy is cut down to its part.

use std::collections::{BTreeMap, BTreeSet};

use walrus::{ExportItem, FunctionId, FunctionKind, GlobalKind, ImportKind, ImportedFunction, Module};

use super::reach;

/// Where the second part takes things from.
pub const FROM: &str = "first";

pub struct Both {
    pub first: Module,
    pub second: Module,
    /// The same function in the second copy. The bytes are the same, so both copies hold their functions in the same order.
    twins: BTreeMap<FunctionId, FunctionId>,
    /// The way back from the second copy to the first.
    back: BTreeMap<FunctionId, FunctionId>,
    /// How many things the first part hands to the second so far.
    shared: usize,
}

impl Both {
    pub fn read(program: &[u8]) -> Result<Self, String> {
        let (first, second) = (super::read(program)?, super::read(program)?);
        let ids = |module: &Module| module.funcs.iter().map(walrus::Function::id).collect::<Vec<_>>();
        let twins = ids(&first).into_iter().zip(ids(&second)).collect();
        let back = ids(&second).into_iter().zip(ids(&first)).collect();
        Ok(Self { first, second, twins, back, shared: 0 })
    }

    pub fn twin(&self, of: FunctionId) -> FunctionId {
        self.twins[&of]
    }

    /// Takes everything out of the second copy that only the first may have: what fills memory and tables, and what is
    /// called from outside. Functions that nobody calls any more go with it later.
    pub fn bare_second(&mut self) {
        let module = &mut self.second;
        module.start = None;
        ids(module.exports.iter().map(walrus::Export::id)).into_iter().for_each(|id| module.exports.delete(id));
        ids(module.elements.iter().map(walrus::Element::id)).into_iter().for_each(|id| module.elements.delete(id));
        ids(module.data.iter().map(walrus::Data::id)).into_iter().for_each(|id| module.data.delete(id));
        module.tables.iter_mut().for_each(|table| table.elem_segments.clear());
        module.memories.iter_mut().for_each(|memory| memory.data_segments.clear());
    }

    /// Has the second part import all that its functions use and do not bring: functions, memory, tables, globals.
    pub fn share_what_is_used(&mut self, later: &BTreeSet<FunctionId>) {
        let names = |id: &FunctionId| reach::named_in(&self.second, self.twin(*id));
        let used: BTreeSet<FunctionId> = later.iter().flat_map(names).map(|twin| self.back[&twin]).collect();
        used.difference(later).for_each(|id| self.share_function(*id));
        self.share_memories();
        self.share_tables();
        self.share_globals();
    }

    fn share_function(&mut self, function: FunctionId) {
        let name = self.share(function);
        let twin = self.twin(function);
        let ty = self.second.funcs.get(twin).ty();
        if let FunctionKind::Import(of_loader) = &self.second.funcs.get(twin).kind {
            // What the loader gave the first part, the first part hands on.
            let import = self.second.imports.get_mut(of_loader.import);
            (import.module, import.name) = (FROM.to_owned(), name);
        } else {
            let import = self.second.imports.add(FROM, &name, twin);
            self.second.funcs.get_mut(twin).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }

    fn share_memories(&mut self) {
        let pairs =
            pairs(self.first.memories.iter().map(|one| one.id()), self.second.memories.iter().map(|one| one.id()));
        for (first, second) in pairs {
            let name = self.share(first);
            let import = self.second.imports.add(FROM, &name, second);
            self.second.memories.get_mut(second).import = Some(import);
        }
    }

    fn share_tables(&mut self) {
        let pairs = pairs(self.first.tables.iter().map(|one| one.id()), self.second.tables.iter().map(|one| one.id()));
        for (first, second) in pairs {
            let name = self.share(first);
            let import = self.second.imports.add(FROM, &name, second);
            self.second.tables.get_mut(second).import = Some(import);
        }
    }

    fn share_globals(&mut self) {
        let pairs =
            pairs(self.first.globals.iter().map(|one| one.id()), self.second.globals.iter().map(|one| one.id()));
        for (first, second) in pairs {
            let name = self.share(first);
            let import = self.second.imports.add(FROM, &name, ImportKind::Global(second));
            self.second.globals.get_mut(second).kind = GlobalKind::Import(import);
        }
    }

    /// Exports something of the first part under a short name, and gives the name.
    fn share(&mut self, what: impl Into<ExportItem>) -> String {
        self.shared += 1;
        let name = short_name(self.shared);
        self.first.exports.add(&name, what);
        name
    }
}

fn ids<T>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.collect()
}

/// Things of both copies in their order. What was added to the first one since has no twin.
fn pairs<T>(first: impl Iterator<Item = T>, second: impl Iterator<Item = T>) -> Vec<(T, T)> {
    first.zip(second).collect()
}

/// `b`, `c` … `ab`: names of up to three letters. The program's own exports have longer ones.
fn short_name(mut number: usize) -> String {
    let mut name = String::new();
    while number > 0 {
        name.push((b'a' + (number % 26) as u8) as char);
        number /= 26;
    }
    name
}
