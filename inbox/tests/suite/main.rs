//! The inbox seen from outside: a real server on 127.0.0.1 and a real database, spoken to over HTTP.

mod client;
mod cors;
mod database;
mod fault_proxy;
mod faults;
mod hostile;
mod kills;
mod limits;
mod load;
mod openapi;
mod privacy;
mod process;
mod reader;
mod reader_idle;
mod reader_parts;
mod receiving;
mod retention;
mod running;
mod staff;
mod verbs;
