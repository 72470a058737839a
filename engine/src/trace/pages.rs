//! A growing list whose copies share what they have in common: copying one
//! costs a pointer a page, changing an entry a copy of its page at most.

use std::rc::Rc;

/// Entries on a page. Small enough that changing one entry of a shared page
/// costs little, large enough that the pages of ten thousand are few.
const PAGE: usize = 32;

/// A list that is cheap to clone, and is only ever added to.
#[derive(Clone, Debug, PartialEq)]
pub struct Pages<T> {
    /// All full but the last.
    pages: Vec<Rc<Vec<T>>>,
}

impl<T> Default for Pages<T> {
    fn default() -> Self {
        Pages { pages: Vec::new() }
    }
}

impl<T> Pages<T> {
    pub fn len(&self) -> usize {
        let full = self.pages.len().saturating_sub(1) * PAGE;
        full + self.pages.last().map_or(0, |page| page.len())
    }

    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    pub fn get(&self, index: usize) -> Option<&T> {
        self.pages.get(index / PAGE)?.get(index % PAGE)
    }

    /// The entries, in the order in which they were added.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.pages.iter().flat_map(|page| page.iter())
    }
}

impl<T> Pages<T> {
    /// Lets go of the last entries, about `most` of them; false when there are
    /// none.
    pub(super) fn forget(&mut self, most: usize) -> bool {
        let pages = self.pages.len().saturating_sub(most.div_ceil(PAGE));
        self.pages.truncate(pages);
        pages > 0
    }
}

impl<T: Clone> Pages<T> {
    pub(super) fn push(&mut self, entry: T) {
        match self.pages.last_mut().filter(|page| page.len() < PAGE) {
            Some(page) => Rc::make_mut(page).push(entry),
            None => {
                let mut page = Vec::with_capacity(PAGE);
                page.push(entry);
                self.pages.push(Rc::new(page));
            }
        }
    }

    /// An entry to be changed; other lists that share its page keep theirs.
    pub(super) fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        let page = self.pages.get_mut(index / PAGE)?;
        if index % PAGE >= page.len() {
            return None;
        }
        Rc::make_mut(page).get_mut(index % PAGE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_what_was_added_in_order() {
        let mut list = Pages::default();
        for entry in 0..PAGE * 2 + 5 {
            assert_eq!(list.len(), entry);
            list.push(entry);
        }
        assert!(list.iter().copied().eq(0..PAGE * 2 + 5));
        assert_eq!(list.get(PAGE), Some(&PAGE));
        assert_eq!(list.get(list.len()), None);
        assert_eq!(list.get_mut(PAGE * 3), None);
    }

    #[test]
    fn a_copy_keeps_its_own_and_shares_the_other_pages() {
        let mut list = Pages::default();
        (0..PAGE * 3).for_each(|entry| list.push(entry));
        let before = list.clone();
        *list.get_mut(PAGE + 1).unwrap() = 7;
        list.push(8);
        assert_eq!(before.get(PAGE + 1), Some(&(PAGE + 1)));
        assert_eq!((before.len(), list.len()), (PAGE * 3, PAGE * 3 + 1));
        let shared = before.pages.iter().zip(&list.pages);
        let shared: Vec<bool> = shared.map(|(one, other)| Rc::ptr_eq(one, other)).collect();
        assert_eq!(shared, [true, false, true]);
    }
}
