//! The native tests of the product seen from outside, in one program so that they link once.

mod components;
