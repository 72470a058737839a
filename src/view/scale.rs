//! The common axis of time: from 0 to a horizon, in percent of the width.

use engine::trace::Seconds;

/// Steps between two figures of the axis that are easy to count in.
const STEPS: [Seconds; 15] = [
    0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 60.0, 120.0, 300.0, 600.0,
];

/// From program time to a place on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    horizon: Seconds,
    step: Seconds,
}

impl Scale {
    /// An axis that holds all of 0 to `end`, up to a whole step.
    pub fn reaching(end: Seconds) -> Scale {
        let end = if end > 0.0 { end } else { 1.0 };
        let coarsest = (end / 7.0).max(600.0);
        let step = STEPS.into_iter().find(|step| end / step <= 7.0);
        let step = step.unwrap_or(coarsest);
        // A hair over a whole step is the browser's lateness, not more time.
        let steps = (end / step - 0.06).ceil().max(1.0);
        Scale {
            horizon: steps * step * 1.03,
            step,
        }
    }

    /// The place of `time`, as SVG takes it: `40%`.
    pub fn place(self, time: Seconds) -> String {
        percent(time / self.horizon)
    }

    /// The last moment on the axis, in seconds.
    pub fn horizon(self) -> Seconds {
        self.horizon
    }

    /// The width of a stretch of time, as SVG takes it: never quite nothing, as
    /// a bar without width would not be drawn, not even its outline.
    pub fn width(self, time: Seconds) -> String {
        percent((time / self.horizon).max(1e-5))
    }

    /// Which part of the axis a stretch of time takes up, from 0 to 1.
    pub fn share(self, time: Seconds) -> f64 {
        time / self.horizon
    }

    /// The moments that bear a figure, with their figure.
    pub fn ticks(self) -> impl Iterator<Item = (Seconds, String)> {
        let decimals = match self.step {
            step if step < 0.1 => 2,
            step if step < 1.0 => 1,
            _ => 0,
        };
        (0..)
            .map(move |count| f64::from(count) * self.step)
            .take_while(move |time| *time <= self.horizon)
            .map(move |time| (time, format!("{time:.decimals$}")))
    }
}

fn percent(share: f64) -> String {
    format!("{:.3}%", share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(end: Seconds) -> Vec<String> {
        Scale::reaching(end)
            .ticks()
            .map(|(_, figure)| figure)
            .collect()
    }

    #[test]
    fn figures_are_easy_to_count_in_and_few() {
        assert_eq!(figures(5.0), ["0", "1", "2", "3", "4", "5"]);
        assert_eq!(figures(0.5), ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"]);
        assert_eq!(
            figures(33.0),
            ["0", "5", "10", "15", "20", "25", "30", "35"]
        );
        for end in [0.0, 0.003, 1.0, 7.3, 99.0, 5000.0, 1e7] {
            assert!((2..=9).contains(&figures(end).len()), "{end}");
        }
    }

    #[test]
    fn a_browser_a_little_late_does_not_lengthen_the_axis() {
        assert_eq!(figures(5.02), figures(5.0));
        assert_eq!(figures(5.3).len(), 7);
    }
}
