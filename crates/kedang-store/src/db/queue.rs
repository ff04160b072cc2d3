//! The bounded queue between callers and the threads of a pool.
//!
//! A plain lock and condition variable: an idle thread sleeps. A queue that spins first wins a
//! little on many cores and loses a lot on two, where the spinning thread holds the caller's core.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Why a job was not queued.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// As many wait as may.
    Full,
    /// Nobody takes from it any more.
    Closed,
}

/// First in, first out.
pub(in crate::db) struct Queue<T> {
    state: Mutex<State<T>>,
    filled: Condvar,
    bound: usize,
}

struct State<T> {
    items: VecDeque<T>,
    /// Threads that take from it.
    takers: usize,
    /// Of those, how many sleep.
    asleep: usize,
    closed: bool,
}

impl<T> Queue<T> {
    /// A queue for at most `bound` items, served by `takers` threads.
    pub(super) fn new(bound: usize, takers: usize) -> Self {
        let items = VecDeque::new();
        Queue {
            state: Mutex::new(State {
                items,
                takers,
                asleep: 0,
                closed: false,
            }),
            filled: Condvar::new(),
            bound,
        }
    }

    /// Puts an item at the end.
    pub(super) fn push(&self, item: T) -> Result<(), Refused> {
        let mut state = self.lock();
        if state.closed || state.takers == 0 {
            return Err(Refused::Closed);
        }
        if state.items.len() >= self.bound {
            return Err(Refused::Full);
        }
        state.items.push_back(item);
        let wake = state.asleep > 0;
        drop(state);
        if wake {
            self.filled.notify_one();
        }
        Ok(())
    }

    /// The first item; waits for one. `None` once the queue is closed and empty.
    pub(in crate::db) fn take(&self) -> Option<T> {
        let mut state = self.lock();
        loop {
            if let Some(item) = state.items.pop_front() {
                return Some(item);
            }
            if state.closed {
                return None;
            }
            state.asleep += 1;
            state = self
                .filled
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
            state.asleep -= 1;
        }
    }

    /// The first item, if there is one.
    pub(in crate::db) fn try_take(&self) -> Option<T> {
        self.lock().items.pop_front()
    }

    /// Takes nothing more in; what is queued is still handed out.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.filled.notify_all();
    }

    /// A thread takes no more. With the last one gone, what is queued is dropped, so that nobody
    /// waits for ever.
    pub(super) fn leave(&self) {
        let mut state = self.lock();
        state.takers = state.takers.saturating_sub(1);
        let left = (state.takers == 0).then(|| std::mem::take(&mut state.items));
        drop(state);
        drop(left);
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::thread;

    use super::*;

    #[test]
    fn first_in_first_out_and_no_more_than_the_bound() {
        let queue = Queue::new(2, 1);
        assert_eq!((queue.push(1), queue.push(2)), (Ok(()), Ok(())));
        assert_eq!(queue.push(3), Err(Refused::Full));
        assert_eq!(
            (queue.take(), queue.try_take(), queue.try_take()),
            (Some(1), Some(2), None)
        );
    }

    #[test]
    fn closed_it_hands_out_what_it_has_and_then_ends() {
        let queue = Queue::new(2, 1);
        assert_eq!(queue.push(1), Ok(()));
        queue.close();
        assert_eq!(queue.push(2), Err(Refused::Closed));
        assert_eq!((queue.take(), queue.take()), (Some(1), None));
    }

    #[test]
    fn without_takers_it_keeps_nothing() {
        let queue = Queue::new(2, 1);
        let item = Arc::new(());
        assert_eq!(queue.push(item.clone()), Ok(()));
        queue.leave();
        assert_eq!(Arc::strong_count(&item), 1);
        assert_eq!(queue.push(item), Err(Refused::Closed));
    }

    #[test]
    fn every_item_reaches_one_of_many_takers() {
        let queue = Arc::new(Queue::new(10_000, 4));
        let takers: Vec<_> = (0..4)
            .map(|_| {
                let queue = queue.clone();
                thread::spawn(move || {
                    let mut sum = 0;
                    while let Some(item) = queue.take() {
                        sum += item;
                    }
                    sum
                })
            })
            .collect();
        for item in 1..=5_000_u64 {
            assert_eq!(queue.push(item), Ok(()));
        }
        queue.close();
        let sum: u64 = takers
            .into_iter()
            .map(|taker| taker.join().expect("a sum"))
            .sum();
        assert_eq!(sum, 5_000 * 5_001 / 2);
    }
}
