//! Program time out of real time. Nothing here reads a clock: whoever calls
//! says what time it is, in seconds on any clock that never goes back.

use engine::trace::Seconds;

/// Program time: the sum of the running stretches of real time, each times
/// the speed it had.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    /// Program time at `since`, or for good where it stands still.
    elapsed: Seconds,
    /// Real time since which it has been running.
    since: Option<Seconds>,
    /// Program seconds in a real second.
    speed: f64,
}

impl Clock {
    /// A clock at zero that stands still.
    pub fn new(speed: f64) -> Clock {
        Clock {
            elapsed: 0.0,
            since: None,
            speed,
        }
    }

    pub fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// Program seconds in a real second.
    pub fn speed(&self) -> f64 {
        self.speed
    }

    /// Program time at the real time `now`.
    pub fn at(&self, now: Seconds) -> Seconds {
        let stretch = self.since.map_or(0.0, |since| (now - since).max(0.0));
        self.elapsed + stretch * self.speed
    }

    /// How much real time, from `now`, until program time is `deadline`:
    /// `None` while the clock stands still.
    pub fn real_time_until(&self, deadline: Seconds, now: Seconds) -> Option<Seconds> {
        self.since?;
        Some(((deadline - self.at(now)) / self.speed).max(0.0))
    }

    /// A clock that has not moved begins to move at the real time `now`, not
    /// before: what came between was none of the program's time.
    #[must_use]
    pub fn begun_at(&self, now: Seconds) -> Clock {
        match (self.elapsed, self.since) {
            (0.0, Some(since)) => Clock {
                since: Some(now.max(since)),
                ..*self
            },
            _ => *self,
        }
    }

    /// The clock stopped for good, showing `elapsed`.
    #[must_use]
    pub fn stopped_at(&self, elapsed: Seconds) -> Clock {
        Clock {
            elapsed,
            since: None,
            ..*self
        }
    }

    /// From `now` on: whether it runs, and how fast. What went by stays.
    pub fn set(&mut self, running: bool, speed: f64, now: Seconds) {
        *self = Clock {
            elapsed: self.at(now),
            since: running.then_some(now),
            speed,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_adds_up_running_stretches_only() {
        let mut clock = Clock::new(1.0);
        assert_eq!(clock.at(100.0), 0.0);
        clock.set(true, 1.0, 100.0);
        assert_eq!(clock.at(102.0), 2.0);
        clock.set(false, 1.0, 102.0);
        assert_eq!(clock.at(500.0), 2.0);
        clock.set(true, 1.0, 500.0);
        assert_eq!(clock.at(501.5), 3.5);
    }

    #[test]
    fn what_comes_before_the_first_line_is_not_counted() {
        let mut clock = Clock::new(1.0);
        clock.set(true, 1.0, 100.0);
        clock = clock.begun_at(100.5);
        assert_eq!(clock.at(102.5), 2.0);
        clock.set(true, 2.0, 102.5);
        assert_eq!(clock.begun_at(103.0), clock);
    }

    #[test]
    fn a_change_of_speed_makes_no_jump() {
        let mut clock = Clock::new(1.0);
        clock.set(true, 1.0, 0.0);
        clock.set(true, 10.0, 2.0);
        assert_eq!(clock.at(2.0), 2.0);
        assert_eq!(clock.at(3.0), 12.0);
        clock.set(true, 0.25, 3.0);
        assert_eq!(clock.at(7.0), 13.0);
    }

    #[test]
    fn a_deadline_is_nearer_the_faster_it_goes() {
        let mut clock = Clock::new(1.0);
        assert_eq!(clock.real_time_until(5.0, 0.0), None);
        clock.set(true, 10.0, 0.0);
        assert_eq!(clock.real_time_until(5.0, 0.0), Some(0.5));
        assert_eq!(clock.real_time_until(5.0, 3.0), Some(0.0));
    }

    #[test]
    fn a_clock_that_seems_to_go_back_does_not() {
        let mut clock = Clock::new(1.0);
        clock.set(true, 1.0, 10.0);
        assert_eq!(clock.at(9.0), 0.0);
    }
}
