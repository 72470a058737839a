//! Bars that can be told apart: a task that gives way a hundred thousand times
//! has as many bars, and an axis of time a thousand pixels.

use engine::trace::{Bar, Doing, Seconds};

/// Up to here every bar is drawn.
const MANY: usize = 300;

/// The same bars; where they are many, those too short to be told apart are
/// drawn as one, which is doing what took most of its time.
pub fn thinned(bars: impl Iterator<Item = Bar>, now: Seconds) -> Vec<Bar> {
    let bars: Vec<Bar> = bars.collect();
    let Some((first, last)) = bars.first().zip(bars.last()).filter(|_| bars.len() > MANY) else {
        return bars;
    };
    let grain = (last.to.unwrap_or(now) - first.from) / MANY as f64;
    let mut thin: Vec<Bar> = Vec::new();
    let mut crowd = Vec::new();
    for bar in bars {
        let length = bar.to.map_or(Seconds::INFINITY, |to| to - bar.from);
        if length < grain {
            crowd.push(bar);
            if length_of(&crowd) >= grain {
                thin.extend(merged(&mut crowd));
            }
        } else {
            thin.extend(merged(&mut crowd));
            thin.push(bar);
        }
    }
    thin.extend(merged(&mut crowd));
    thin
}

fn length_of(crowd: &[Bar]) -> Seconds {
    let ends = crowd.first().zip(crowd.last());
    ends.map_or(0.0, |(first, last)| {
        last.to.unwrap_or(last.from) - first.from
    })
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

    #[test]
    fn few_bars_stay_as_they_are() {
        let few = bars(MANY, |_| 0.001);
        assert_eq!(thinned(few.iter().copied(), 1.0), few);
    }

    #[test]
    fn many_become_few_and_cover_the_same_time() {
        let many = bars(50_000, |place| if place % 2 == 0 { 0.01 } else { 0.0 });
        let thin = thinned(many.iter().copied(), 250.0);
        assert!(thin.len() <= 2 * MANY, "{}", thin.len());
        assert!(thin.iter().all(|bar| bar.doing == Doing::Waiting));
        assert!(thin.windows(2).all(|pair| pair[0].to == Some(pair[1].from)));
        assert_eq!(
            (thin[0].from, thin[thin.len() - 1].to),
            (0.0, many[49_999].to)
        );
    }

    #[test]
    fn a_long_bar_among_many_stays_itself() {
        let many = bars(10_001, |place| if place == 5_000 { 50.0 } else { 0.001 });
        let thin = thinned(many.iter().copied(), 60.0);
        assert!(thin.contains(&many[5_000]));
    }
}
