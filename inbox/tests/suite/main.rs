//! The inbox seen from outside: a real server on 127.0.0.1 and a real database, spoken to over HTTP.

mod client;
mod cors;
mod database;
mod hostile;
mod kills;
mod limits;
mod load;
mod openapi;
mod privacy;
mod reader;
mod receiving;
mod retention;
mod running;
mod staff;
mod verbs;
