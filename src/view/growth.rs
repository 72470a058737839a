//! What appears all at once is drawn over a few frames: fifty tasks would be
//! more than a browser can do in one.

use std::rc::Rc;

use yew::prelude::*;

/// How many more a frame.
const STEP: usize = 4;

/// How many of `count` are drawn: while the run goes on, and with it the frames,
/// a few more each time.
#[hook]
pub fn use_growth(count: usize, runs: bool) -> usize {
    let drawn = use_mut_ref(|| 0);
    let drawn = &mut *drawn.borrow_mut();
    *drawn = grown(*drawn, count, runs);
    *drawn
}

fn grown(drawn: usize, count: usize, runs: bool) -> usize {
    match runs {
        true => count.min(drawn + STEP),
        false => count,
    }
}

/// The first so many.
pub fn first<T: Clone>(all: &Rc<[T]>, count: usize) -> Rc<[T]> {
    match all.get(..count) {
        Some(some) if count < all.len() => some.into(),
        _ => Rc::clone(all),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_drawn_over_a_few_frames() {
        let mut drawn = 0;
        let frames = std::iter::from_fn(|| {
            drawn = grown(drawn, 10, true);
            Some(drawn)
        });
        assert_eq!(frames.take(4).collect::<Vec<_>>(), [4, 8, 10, 10]);
        assert_eq!(grown(40, 2, true), 2);
        assert_eq!(grown(0, 40, false), 40);
    }

    #[test]
    fn the_first_are_a_part_and_all_are_the_same() {
        let all: Rc<[u8]> = Rc::new([1, 2, 3]);
        assert_eq!(*first(&all, 2), [1, 2]);
        assert!(Rc::ptr_eq(&first(&all, 3), &all));
    }
}
