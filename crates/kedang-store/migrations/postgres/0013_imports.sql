-- A file that somebody brings in: staged first, checked, then applied row by row (T-1, T-2). `report`
-- is the sum as JSON. `lease_until` (µs) is set while a program works through it: one that has passed
-- was broken off. Until `until` (µs) all of it can be taken back.
create table imports (
  id text collate "C" primary key,
  staff_id text collate "C" not null references staff (id),
  file_name text collate "C" not null,
  file_kind text collate "C" not null,
  encoding text collate "C",
  mode text collate "C" not null,
  duplicates text collate "C" not null,
  state text collate "C" not null,
  report text collate "C" not null,
  lease_until bigint,
  until bigint,
  undone_at bigint,
  undone_by text collate "C" references staff (id),
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create index imports_by_staff on imports (staff_id, created_at);
create index imports_by_until on imports (until);

-- A table of the file: what its rows are, and what each of its columns is (JSON, one target per
-- column; null is a note).
create table import_sheets (
  import_id text collate "C" not null references imports (id),
  place bigint not null,
  name text collate "C" not null,
  subject text collate "C" not null,
  header bigint not null,
  headers text collate "C" not null,
  targets text collate "C" not null,
  rows bigint not null,
  primary key (import_id, place)
);

-- A row of the file. `cells` are what was written in it, emptied once the row is in and nothing
-- about it was to be said; `touched` is what it made or changed, before and after, for taking it back.
create table import_rows (
  import_id text collate "C" not null references imports (id),
  seq bigint not null,
  place bigint not null,
  number bigint not null,
  cells text collate "C",
  state text collate "C" not null,
  findings text collate "C" not null,
  known_id text collate "C" references customers (id),
  decision text collate "C",
  outcome text collate "C",
  object_id text collate "C",
  touched text collate "C",
  primary key (import_id, seq)
);
create index import_rows_by_state on import_rows (import_id, state, seq);
create index import_rows_by_object on import_rows (object_id);
create index import_rows_by_known on import_rows (known_id);

-- What the columns of files with these headers were the last time.
create table import_mappings (
  signature text collate "C" primary key,
  targets text collate "C" not null,
  staff_id text collate "C" not null references staff (id),
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
