//! Numbers as text, text as numbers, and the arithmetic in which Python's
//! floats and ints differ from Rust's.

mod arithmetic;
mod digits;
mod float_text;
mod int_text;
#[cfg(test)]
mod tests;

pub use arithmetic::{
    compare_int_float, float_divmod, float_floor_div, float_mod, float_to_int, int_to_float,
    int_true_divide, product_work, round_float, round_float_to_int, round_int,
};
pub use float_text::{float_repr, parse_float};
pub use int_text::{MAX_BITS, MAX_DIGITS, int_text, parse_int};

pub(super) use digits::{Digits, exact_digits, fixed_digits, shortest_digits};
pub(super) use float_text::{around_point, scientific};
pub(super) use int_text::int_text_radix;
