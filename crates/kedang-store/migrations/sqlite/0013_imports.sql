-- A file that somebody brings in: staged first, checked, then applied row by row (T-1, T-2). `report`
-- is the sum as JSON. `lease_until` (µs) is set while a program works through it: one that has passed
-- was broken off. Until `until` (µs) all of it can be taken back.
create table imports (
  id text primary key,
  staff_id text not null references staff (id),
  file_name text not null,
  file_kind text not null,
  encoding text,
  mode text not null,
  duplicates text not null,
  state text not null,
  report text not null,
  lease_until integer,
  until integer,
  undone_at integer,
  undone_by text references staff (id),
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;
create index imports_by_staff on imports (staff_id, created_at);
create index imports_by_until on imports (until);

-- A table of the file: what its rows are, and what each of its columns is (JSON, one target per
-- column; null is a note).
create table import_sheets (
  import_id text not null references imports (id),
  place integer not null,
  name text not null,
  subject text not null,
  header integer not null,
  headers text not null,
  targets text not null,
  rows integer not null,
  primary key (import_id, place)
) strict;

-- A row of the file. `cells` are what was written in it, emptied once the row is in and nothing
-- about it was to be said; `touched` is what it made or changed, before and after, for taking it back.
create table import_rows (
  import_id text not null references imports (id),
  seq integer not null,
  place integer not null,
  number integer not null,
  cells text,
  state text not null,
  findings text not null,
  known_id text references customers (id),
  decision text,
  outcome text,
  object_id text,
  touched text,
  primary key (import_id, seq)
) strict;
create index import_rows_by_state on import_rows (import_id, state, seq);
create index import_rows_by_object on import_rows (object_id);
create index import_rows_by_known on import_rows (known_id);

-- What the columns of files with these headers were the last time.
create table import_mappings (
  signature text primary key,
  targets text not null,
  staff_id text not null references staff (id),
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;
