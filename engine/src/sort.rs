//! One stable sort for all that is sorted here.
//!
//! The standard library's sorts are built anew for every type, and weigh more
//! on the page than the few microseconds are worth which they gain on lists as
//! short as the page has them.

use crate::python::fault::Try;

/// Sorts by a key, stable; the key is asked for at each comparison.
pub fn sort_by_key<T, K: PartialOrd>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let mut order: Vec<usize> = (0..items.len()).collect();
    let less: Less = &mut |a, b| Ok(key(&items[a]) < key(&items[b]));
    // This comparison never fails.
    let _ = merge_sort(&mut order, less);
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| unsorted[at].take()));
}

/// Shorter stretches are sorted by insertion, as CPython does.
const SHORT: usize = 64;

/// Whether the first of two positions comes before the second.
pub(crate) type Less<'a> = &'a mut dyn FnMut(usize, usize) -> Try<bool>;

/// Sorts positions by a comparison that may fail and need not make sense
/// (`nan`), which the standard library's sorts do not allow.
pub(crate) fn merge_sort(order: &mut [usize], less: Less) -> Try<()> {
    if order.len() < SHORT {
        return insertion_sort(order, less);
    }
    let (left, right) = order.split_at_mut(order.len() / 2);
    merge_sort(left, less)?;
    merge_sort(right, less)?;
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut l, mut r) = (0, 0);
    while l < left.len() && r < right.len() {
        if less(right[r], left[l])? {
            merged.push(right[r]);
            r += 1;
        } else {
            merged.push(left[l]);
            l += 1;
        }
    }
    merged.extend_from_slice(&left[l..]);
    merged.extend_from_slice(&right[r..]);
    order.copy_from_slice(&merged);
    Ok(())
}

/// Binary insertion after the run that stands at the beginning already.
fn insertion_sort(order: &mut [usize], less: Less) -> Try<()> {
    let sorted = count_run(order, less)?;
    for at in sorted..order.len() {
        let pivot = order[at];
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = low + (high - low) / 2;
            if less(pivot, order[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        order[low..=at].rotate_right(1);
    }
    Ok(())
}

/// How many at the beginning are in order; a run that only falls is turned.
fn count_run(order: &mut [usize], less: Less) -> Try<usize> {
    if order.len() < 2 {
        return Ok(order.len());
    }
    let falls = less(order[1], order[0])?;
    let mut length = 2;
    while length < order.len() && less(order[length], order[length - 1])? == falls {
        length += 1;
    }
    if falls {
        order[..length].reverse();
    }
    Ok(length)
}
