//! Event lists written by hand, and what must follow from them.

mod script;
mod seed;
mod time_travel;
