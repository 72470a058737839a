//! The Mersenne Twister (Matsumoto and Nishimura, 1998), on a state that
//! Python keeps in a list: 624 words and the place of the next.

use num_bigint::{BigInt, Sign};

use super::super::function;
use crate::python::fault::{Fault, Try};
use crate::python::object::{Args, Flow, List, Native, Value};
use crate::python::vm::Vm;

pub(super) const NATIVES: &[Native] = &[
    function("_engine", "twister_seed", seed),
    function("_engine", "twister_float", float),
    function("_engine", "twister_bits", bits),
];

const WORDS: usize = 624;
/// How far apart the words are that are mixed.
const SHIFT: usize = 397;

fn state(args: &Args) -> Try<&List> {
    match args.values.first() {
        Some(Value::List(list)) if list.len() == WORDS + 1 => Ok(list),
        _ => Err(Fault::value_error("state vector is the wrong size")),
    }
}

fn word(value: &Value) -> u32 {
    match value {
        Value::Int(word) => *word as u32,
        _ => 0,
    }
}

/// `twister_seed(n)`: the state that a natural number begins.
fn seed(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let number = args.values[0].as_big_int().unwrap_or_default();
    let key = match number.to_u32_digits().1 {
        digits if digits.is_empty() => vec![0],
        digits => digits,
    };
    let mut words = [0u32; WORDS];
    words[0] = 19_650_218;
    let scrambled = |before: u32| before ^ (before >> 30);
    for at in 1..WORDS {
        words[at] = scrambled(words[at - 1])
            .wrapping_mul(1_812_433_253)
            .wrapping_add(at as u32);
    }
    let mut at = 1;
    let step = |words: &mut [u32; WORDS], at: &mut usize, factor: u32, added: u32| {
        words[*at] =
            (words[*at] ^ scrambled(words[*at - 1]).wrapping_mul(factor)).wrapping_add(added);
        *at += 1;
        if *at == WORDS {
            words[0] = words[WORDS - 1];
            *at = 1;
        }
    };
    for round in 0..WORDS.max(key.len()) {
        let place = round % key.len();
        step(
            &mut words,
            &mut at,
            1_664_525,
            key[place].wrapping_add(place as u32),
        );
    }
    for _ in 1..WORDS {
        let added = (at as u32).wrapping_neg();
        step(&mut words, &mut at, 1_566_083_941, added);
    }
    words[0] = 0x8000_0000;
    let mut state: Vec<Value> = words
        .iter()
        .map(|word| Value::Int((*word).into()))
        .collect();
    state.push(Value::from(WORDS));
    Ok(vm.list(state).into())
}

/// The next 32 random bits.
fn next(state: &mut [Value]) -> u32 {
    let mut at = word(&state[WORDS]) as usize;
    if at >= WORDS {
        for place in 0..WORDS {
            let mixed = (word(&state[place]) & 0x8000_0000)
                | (word(&state[(place + 1) % WORDS]) & 0x7fff_ffff);
            let twist = if mixed & 1 == 1 { 0x9908_b0df } else { 0 };
            let made = word(&state[(place + SHIFT) % WORDS]) ^ (mixed >> 1) ^ twist;
            state[place] = Value::Int(made.into());
        }
        at = 0;
    }
    state[WORDS] = Value::from(at + 1);
    let mut bits = word(&state[at]);
    bits ^= bits >> 11;
    bits ^= (bits << 7) & 0x9d2c_5680;
    bits ^= (bits << 15) & 0xefc6_0000;
    bits ^ (bits >> 18)
}

/// `twister_float(state)`: a float of 53 random bits within [0, 1).
fn float(_: &mut Vm, args: &Args) -> Try<Flow> {
    let (upper, lower) = state(args)?.change(|state| (next(state) >> 5, next(state) >> 6));
    let bits = f64::from(upper) * 67_108_864.0 + f64::from(lower);
    Ok(Value::Float(bits / 9_007_199_254_740_992.0).into())
}

/// `twister_bits(state, k)`: a natural number of `k` random bits.
fn bits(vm: &mut Vm, args: &Args) -> Try<Flow> {
    let count = match args.values.get(1) {
        Some(count) => vm.index_of(count)?,
        None => 0,
    };
    if count < 0 {
        return Err(Fault::value_error("number of bits must be non-negative"));
    }
    let count = count as u64;
    vm.reserve_bits(count)?;
    let state = state(args)?;
    let mut words = Vec::new();
    let mut left = count;
    while left > 0 {
        let taken = left.min(32);
        words.push(state.change(|state| next(state)) >> (32 - taken));
        left -= taken;
    }
    Ok(Value::int(BigInt::from_slice(Sign::Plus, &words)).into())
}
