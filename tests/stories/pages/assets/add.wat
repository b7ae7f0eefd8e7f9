;; The smallest program worth starting: `wasm-as add.wat -o add.wasm` makes the file beside this one.
(module (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))
