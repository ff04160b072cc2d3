//! The store's contract, each point on both engines. Run through `dev/with-postgres`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod constraints;
mod failure;
mod isolation;
mod many;
mod migrations;
mod rows;
mod threads;
mod values;
mod writer;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossbeam_channel::{Receiver, Sender, bounded};
use kedang_store::{
    Engine, Migration, Scratch, Store, StoreError, Tuning, Tx, Value, migrate_list,
};

/// A schema with one of everything the contract speaks of.
const LIST: &[Migration] = &[Migration {
    number: 1,
    name: "things",
    sqlite: "
        create table things (
          id text primary key, name text not null, amount integer check (amount >= 0),
          vip integer, ratio real, body text, data blob,
          least integer, most integer, check (least <= most)
        ) strict;
        create table spots (
          id text primary key, thing text not null references things (id),
          room text not null, shelf integer not null, word text not null,
          unique (room, shelf)
        ) strict;
        create unique index spots_by_word on spots (lower(word));
        create table lines (id text primary key) strict;
        create trigger lines_stay before delete on lines
          begin select raise(abort, 'append only'); end;",
    postgres: "
        create table things (
          id text collate \"C\" primary key, name text collate \"C\" not null,
          amount bigint check (amount >= 0),
          vip boolean, ratio double precision, body jsonb, data bytea,
          least smallint, most integer, check (least <= most)
        );
        create table spots (
          id text collate \"C\" primary key, thing text collate \"C\" not null references things (id),
          room text collate \"C\" not null, shelf bigint not null, word text collate \"C\" not null,
          unique (room, shelf)
        );
        create unique index spots_by_word on spots (lower(word));
        create table lines (id text collate \"C\" primary key);
        create function stay() returns trigger language plpgsql as
          $$ begin raise exception 'append only'; end $$;
        create trigger lines_stay before delete on lines for each row execute function stay();",
}];

const ADD: &str = "insert into things (id, name) values ($1, $2)";
const COUNT: &str = "select count(*) from things";
const COUNT_NAMED: &str = "select count(*) from things where name = $1";
/// Whole numbers without an end.
const ENDLESS: &str = "with recursive n (i) as (select cast(1 as bigint) union all \
                       select i + 1 from n) select i from n";
/// The same, but nothing comes of it.
const NEVER: &str = "with recursive n (i) as (select cast(1 as bigint) union all \
                     select i + 1 from n) select cast(max(i) as bigint) from n";

/// A migrated scratch place, and a store on it.
struct Bed {
    scratch: Scratch,
    store: Store,
}

impl Bed {
    fn new(engine: Engine) -> Self {
        Self::tuned(engine, &Tuning::default())
    }

    fn tuned(engine: Engine, tuning: &Tuning) -> Self {
        let scratch = Scratch::new(engine);
        migrate_list(&scratch.place, LIST, 1).unwrap();
        let store = Store::open_tuned(&scratch.place, LIST, tuning).unwrap();
        Bed { scratch, store }
    }

    /// One thread of each sort, so that a test knows what waits for what.
    fn narrow(engine: Engine) -> Self {
        Self::tuned(engine, &narrow())
    }

    fn count(&self) -> i64 {
        self.store.read_blocking(count).unwrap()
    }

    fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, StoreError> + Send + Sync + 'static,
    ) -> Result<T, StoreError> {
        self.store.write_blocking(work)
    }
}

fn narrow() -> Tuning {
    Tuning {
        reads: 1,
        long: 1,
        writes: 1,
        // The batch is closed by what is queued, never by a slow machine.
        batch_window: std::time::Duration::from_secs(600),
        ..Tuning::default()
    }
}

fn count(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    Ok(tx.first(COUNT, &[], |row| row.get(0))?.unwrap_or(-1))
}

fn add(tx: &mut Tx<'_>, id: &str, name: &str) -> Result<(), StoreError> {
    tx.execute(ADD, &[id.into(), name.into()]).map(drop)
}

/// A value of a literal, for tables of values.
fn text(value: &str) -> Value {
    value.into()
}

/// Holds a database thread: a job that calls `wait` says that it has started and goes on when told.
struct Gate {
    started: (Sender<()>, Receiver<()>),
    go: (Sender<()>, Receiver<()>),
}

impl Gate {
    fn new() -> Self {
        Gate {
            started: bounded(1),
            go: bounded(1),
        }
    }

    /// What the job does, the first time it runs.
    fn wait(&self) -> impl Fn() + Clone + Send + Sync + use<> {
        let (started, go) = (self.started.0.clone(), self.go.1.clone());
        let passed = Arc::new(AtomicBool::new(false));
        move || {
            if !passed.swap(true, Ordering::SeqCst) {
                started.send(()).unwrap();
                go.recv().unwrap();
            }
        }
    }

    /// Blocks until the job runs.
    fn entered(&self) {
        self.started.1.recv().unwrap();
    }

    /// Lets the job go on.
    fn open(&self) {
        self.go.0.send(()).unwrap();
    }
}
