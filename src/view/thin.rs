//! Bars that can be told apart: a task that gives way a hundred thousand times
//! has as many bars, and an axis of time a thousand pixels.

use engine::trace::{Bar, Doing, Seconds};

/// Bars of all lanes together up to which every one is drawn, and the least
/// that a lane draws.
const MANY: usize = 1_500;
const FEW: usize = 40;

/// How many bars a lane may draw where there are so many lanes.
pub fn most_of(lanes: usize) -> usize {
    (MANY / lanes.max(1)).clamp(FEW, MANY / 5)
}

/// The same bars; where there are more than `most`, those too short to be told
/// apart are drawn as one, which is doing what took most of its time.
///
/// They are told apart by a grid of time that grows coarser by leaps, so that
/// what has been drawn mostly stays as it is while the run goes on.
pub fn thinned(bars: impl Iterator<Item = Bar>, now: Seconds, most: usize) -> Vec<Bar> {
    let bars: Vec<Bar> = bars.collect();
    let Some((first, last)) = bars.first().zip(bars.last()).filter(|_| bars.len() > most) else {
        return bars;
    };
    let span = last.to.unwrap_or(now) - first.from;
    let grain = match span > 0.0 {
        true => (span / most as f64).log2().ceil().exp2(),
        false => 1.0,
    };
    let cell = |bar: &Bar| (bar.from / grain).floor();
    let mut thin: Vec<Bar> = Vec::new();
    let mut crowd: Vec<Bar> = Vec::new();
    for bar in bars {
        let is_short = bar.to.is_some_and(|to| to - bar.from < grain);
        if !is_short || crowd.first().is_some_and(|first| cell(first) != cell(&bar)) {
            thin.extend(merged(&mut crowd));
        }
        match is_short {
            true => crowd.push(bar),
            false => thin.push(bar),
        }
    }
    thin.extend(merged(&mut crowd));
    thin
}

/// One bar in the place of several, which are taken.
fn merged(crowd: &mut Vec<Bar>) -> Option<Bar> {
    let (first, last) = (*crowd.first()?, *crowd.last()?);
    let mut spent: Vec<(Doing, Seconds)> = Vec::new();
    for bar in crowd.drain(..) {
        let length = bar.to.unwrap_or(bar.from) - bar.from;
        match spent.iter_mut().find(|(doing, _)| *doing == bar.doing) {
            Some((_, sum)) => *sum += length,
            None => spent.push((bar.doing, length)),
        }
    }
    let (doing, _) = spent
        .into_iter()
        .max_by(|one, other| one.1.total_cmp(&other.1))?;
    Some(Bar {
        doing,
        to: last.to,
        last: last.last,
        ..first
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(count: usize, length: impl Fn(usize) -> Seconds) -> Vec<Bar> {
        let mut from = 0.0;
        let bar = |first| {
            let to = from + length(first);
            let doing = match first % 2 {
                0 => Doing::Waiting,
                _ => Doing::Running,
            };
            let bar = Bar {
                doing,
                from,
                to: Some(to),
                first,
                last: Some(first + 1),
            };
            from = to;
            bar
        };
        (0..count).map(bar).collect()
    }

    const MOST: usize = 300;

    #[test]
    fn few_bars_stay_as_they_are() {
        let few = bars(MOST, |_| 0.001);
        assert_eq!(thinned(few.iter().copied(), 1.0, MOST), few);
    }

    #[test]
    fn many_become_few_and_cover_the_same_time() {
        let many = bars(50_000, |place| if place % 2 == 0 { 0.01 } else { 0.0 });
        let thin = thinned(many.iter().copied(), 250.0, MOST);
        assert!(thin.len() <= MOST + 1, "{}", thin.len());
        assert!(thin.iter().all(|bar| bar.doing == Doing::Waiting));
        assert!(thin.windows(2).all(|pair| pair[0].to == Some(pair[1].from)));
        assert_eq!(
            (thin[0].from, thin[thin.len() - 1].to),
            (0.0, many[49_999].to)
        );
    }

    #[test]
    fn what_was_drawn_stays_while_more_comes() {
        let many = bars(50_000, |_| 0.01);
        let drawn = |count: usize| {
            let now = 0.01 * count as f64;
            thinned(many[..count].iter().copied(), now, MOST)
        };
        let (before, after) = (drawn(45_000), drawn(45_500));
        let last = before.len() - 1;
        assert_eq!(before[..last], after[..last]);
    }

    #[test]
    fn bars_of_one_instant_are_one() {
        let many = bars(1_000, |_| 0.0);
        assert_eq!(thinned(many.iter().copied(), 0.0, MOST).len(), 1);
    }

    #[test]
    fn a_long_bar_among_many_stays_itself() {
        let many = bars(10_001, |place| if place == 5_000 { 50.0 } else { 0.001 });
        let thin = thinned(many.iter().copied(), 60.0, MOST);
        assert!(thin.contains(&many[5_000]));
    }

    #[test]
    fn many_lanes_share_what_is_drawn() {
        assert_eq!([0, 1, 5].map(most_of), [300; 3]);
        assert_eq!([15, 60].map(most_of), [100, FEW]);
    }
}
