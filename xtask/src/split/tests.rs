//! A program of five functions is cut in two, and both halves are read again.

use walrus::{FunctionBuilder, FunctionId, GlobalKind, Module, ValType};

use super::rules::Rules;
use super::*;

/// `shows` is called from outside and calls `draws` and `sends`; `sends` calls `draws` and `seals`; a table holds `sends`.
fn program() -> Vec<u8> {
    let mut module = Module::default();
    let memory = module.memories.add_local(false, false, 1, None, None);
    module.exports.add("memory", memory);
    let ask = module.types.add(&[ValType::I32], &[ValType::Ref(RefType::EXTERNREF)]);
    let (asks, _) = module.add_import_func("glue", "__wbg_tukiLater_0123", ask);
    let draws = function(&mut module, "own::draws", &[]);
    let seals = function(&mut module, "lib::seals", &[]);
    let sends = function(&mut module, "own::later::sends", &[draws, seals]);
    let shows = function(&mut module, "own::shows", &[draws, sends]);
    module.exports.add("shows", shows);
    module.exports.add("asks", asks);
    let table = module.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
    let at = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(0)) };
    let segment = module.elements.add(at, ElementItems::Functions(vec![sends]));
    module.tables.get_mut(table).elem_segments.insert(segment);
    module.emit_wasm()
}

fn function(module: &mut Module, name: &str, calls: &[FunctionId]) -> FunctionId {
    let mut function = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
    let mut body = function.name(name.to_owned()).func_body();
    for call in calls {
        body.call(*call).drop();
    }
    body.i32_const(7);
    function.finish(vec![], &mut module.funcs)
}

fn halves() -> (Module, Module) {
    let parts = split(&program(), &Rules::read("own::later")).expect("a program that asks");
    (read(&parts.first).expect("a program"), read(&parts.later).expect("a program"))
}

/// The functions with a body, without the one that is added.
fn brought(module: &Module) -> Vec<&str> {
    let mut names: Vec<_> =
        module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.as_deref()).collect();
    names.sort_unstable();
    names
}

#[test]
fn the_second_part_brings_what_the_list_names_and_what_nobody_else_calls() {
    let (first, later) = halves();
    assert_eq!(brought(&first), ["own::draws", "own::later::sends", "own::shows"]);
    assert_eq!(brought(&later), ["lib::seals", "own::later::sends"]);
}

#[test]
fn a_stub_asks_for_the_second_part_and_calls_through_its_table() {
    let (first, _) = halves();
    let stub = first.funcs.by_name("own::later::sends").expect("the stub");
    let [ensure] = reach::named_in(&first, stub)[..] else { panic!("a stub names one function") };
    let asked = reach::named_in(&first, ensure);
    assert_eq!(asked, [asks(&first).expect("the import")]);
    assert!(!reach::named_in(&first, stub).contains(&first.funcs.by_name("own::draws").expect("draws")));
}

#[test]
fn the_second_part_takes_all_it_needs_from_the_first_and_fills_the_table() {
    let (first, later) = halves();
    for import in later.imports.iter() {
        let given = first.exports.iter().any(|export| export.name == import.name);
        assert!(import.module == both::FROM && given, "{} is not given", import.name);
    }
    assert!(later.memories.iter().all(|memory| memory.import.is_some()));
    assert!(later.globals.iter().all(|global| matches!(global.kind, GlobalKind::Import(_))));
    let filled: Vec<_> = later.elements.iter().map(|segment| &segment.items).collect();
    let [ElementItems::Functions(slots)] = filled[..] else { panic!("one row of functions") };
    assert_eq!(slots.len(), 1);
    assert_eq!(later.funcs.get(slots[0]).name.as_deref(), Some("own::later::sends"));
}

#[test]
fn the_same_program_gives_the_same_halves() {
    let rules = Rules::read("own::later");
    let [one, two] = [0, 1].map(|_| split(&program(), &rules).expect("a program that asks"));
    assert!(one.first == two.first && one.later == two.later);
}

#[test]
fn a_program_that_cannot_ask_is_refused() {
    let mut module = Module::default();
    function(&mut module, "own::later::sends", &[]);
    let told = split(&module.emit_wasm(), &Rules::read("own::later")).err().expect("a refusal");
    assert!(told.contains(FETCHES), "{told}");
    assert!(split(b"no program", &Rules::read("")).is_err());
}

#[test]
fn marks_begin_behind_what_the_program_starts_with() {
    let marked = marks::mark(&program()).expect("a program with a memory");
    let module = read(&marked.program).expect("a program");
    let memory = module.memories.iter().next().expect("a memory");
    assert_eq!((marked.from, memory.initial), (65_536, 2));
    let mut functions = marked.functions;
    functions.sort();
    assert_eq!(functions, ["lib::seals", "own::draws", "own::later::sends", "own::shows"]);
}
