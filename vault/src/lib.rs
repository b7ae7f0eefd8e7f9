//! Everything confidential: age in its own WebAssembly.
