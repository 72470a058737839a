//! `¿Quisiste decir ...?`: the candidate that is nearest to a mistyped name,
//! by the distance and the limits of CPython's `suggestions.c`.

/// The price of a letter that is missing, too many or another one.
const MOVE: usize = 2;
/// The price of a capital for a small letter.
const CASE: usize = 1;
/// Longer names, and longer lists of candidates, are not looked at.
const LONGEST_NAME: usize = 40;
const MOST_CANDIDATES: usize = 750;

/// The candidate that `name` probably meant.
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best = None;
    let mut distance_of_best = usize::MAX;
    for (seen, candidate) in candidates.into_iter().enumerate() {
        if seen >= MOST_CANDIDATES {
            return None;
        }
        if candidate == name {
            continue;
        }
        // A third of the letters may be wrong.
        let most = (name.len() + candidate.len() + 3) * MOVE / 6;
        let most = most.min(distance_of_best.saturating_sub(1));
        let found = distance(name, candidate, most);
        if found <= most && found < distance_of_best {
            best = Some(candidate);
            distance_of_best = found;
        }
    }
    best
}

/// Levenshtein's distance; beyond `most` any number above it.
fn distance(left: &str, right: &str, most: usize) -> usize {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    while let ([first, rest @ ..], [other, others @ ..]) = (left, right) {
        if first != other {
            break;
        }
        (left, right) = (rest, others);
    }
    while let ([rest @ .., last], [others @ .., other]) = (left, right) {
        if last != other {
            break;
        }
        (left, right) = (rest, others);
    }
    if left.is_empty() || right.is_empty() {
        return (left.len() + right.len()) * MOVE;
    }
    if left.len() > LONGEST_NAME || right.len() > LONGEST_NAME {
        return most + 1;
    }
    let mut row: Vec<usize> = (1..=left.len()).map(|count| count * MOVE).collect();
    let mut result = 0;
    for (at, other) in right.iter().enumerate() {
        let mut diagonal = at * MOVE;
        result = diagonal;
        let mut least = usize::MAX;
        for (cell, letter) in row.iter_mut().zip(left) {
            let replaced = diagonal + price(*letter, *other);
            diagonal = *cell;
            result = replaced.min(result.min(diagonal) + MOVE);
            *cell = result;
            least = least.min(result);
        }
        if least > most {
            return most + 1;
        }
    }
    result
}

fn price(left: u8, right: u8) -> usize {
    if left == right {
        0
    } else if left.eq_ignore_ascii_case(&right) {
        CASE
    } else {
        MOVE
    }
}
