//! Seconds as the reader sees them.

use engine::trace::Seconds;

/// `3.42`: the figure of a clock, as Python's `:.2f` writes it.
pub fn hundredths(seconds: Seconds) -> String {
    format!("{:.2}", seconds.max(0.0))
}

/// Seconds that are left until `deadline`, in tenths, rounded up: what is left
/// shows 0 only when it is over. A figure that changes ten times a second is
/// drawn ten times a second.
pub fn tenths_left(deadline: Seconds, now: Seconds) -> u64 {
    // A millisecond of grace: 0.3 - 0.1 is a little more than 0.2.
    ((deadline - now) * 10.0 - 0.01).ceil().max(0.0) as u64
}

/// `1.4` out of 14 tenths.
pub fn tenths(count: u64) -> String {
    format!("{}.{}", count / 10, count % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_rounded_up_and_ends_at_nothing() {
        let left = |deadline, now| tenths(tenths_left(deadline, now));
        assert_eq!(left(2.0, 0.0), "2.0");
        assert_eq!(left(0.3, 0.1), "0.2");
        assert_eq!(left(2.0, 1.95), "0.1");
        assert_eq!(left(2.0, 2.5), "0.0");
    }
}
