//! A run that nobody looks at any more is let go of bit by bit, and wholly.

use engine::machine::{Machine, Options, Status};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Programs that hold much, each of another kind, when they are stopped.
const PROGRAMS: [&str; 4] = [
    "import asyncio
async def tarea(n):
    await asyncio.sleep(n)
async def main():
    await asyncio.gather(*[tarea(n) for n in range(5000)])
asyncio.run(main())
",
    "import asyncio
async def tarea(n):
    pass
async def main():
    tareas = [asyncio.create_task(tarea(n)) for n in range(10**6)]
asyncio.run(main())
",
    "hondo = []
for n in range(10**5):
    hondo = [hondo, {n: str(n)}]
while True:
    pass
",
    "class Nodo:
    def __init__(self, siguiente):
        self.siguiente = siguiente
def cuenta():
    n = 0
    while True:
        n += 1
        yield n
nodo = None
cuentas = []
while True:
    nodo = Nodo(nodo)
    cuentas.append(cuenta())
    next(cuentas[-1])
",
];

/// Runs for so many slices at most; it may have failed by then.
fn stopped(source: &str) -> Machine {
    let mut machine = Machine::new(source, Options::default()).expect("a program");
    for _ in 0..60 {
        match machine.advance(0.0, 10_000) {
            Status::OutOfBudget => {}
            _ => break,
        }
    }
    machine
}

/// One test, as others beside it would count as its own.
#[test]
fn a_run_is_let_go_of_bit_by_bit_and_wholly() {
    // What is made once stays: the library is compiled.
    drop(stopped(PROGRAMS[0]));
    for source in PROGRAMS {
        let before = MEMORY.current_usage();
        let mut machine = stopped(source);
        let held = MEMORY.current_usage() - before;
        let mut left = held;
        let mut largest = 0;
        while machine.dismantle(1000) {
            let now = MEMORY.current_usage() - before;
            largest = largest.max(left.saturating_sub(now));
            left = now;
        }
        assert!(machine.memory() < 1 << 20, "{} bytes", machine.memory());
        drop(machine);
        assert!(held > 4 << 20, "{held} bytes are little\n{source}");
        assert!(largest < held / 8, "{largest} of {held} at once\n{source}");
        // Room that is given back in one piece costs no time.
        assert!(left < held / 2, "{left} of {held} were left\n{source}");
        let lost = MEMORY.current_usage().saturating_sub(before);
        assert!(lost < 1 << 10, "{lost} of {held} are lost\n{source}");
    }
}
