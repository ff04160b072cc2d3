-- Staff and their roles, customers with one dossier each, grants, audit, search.

create table settings (
  key text primary key,
  value text not null,
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;

create table departments (
  id text primary key,
  parent_id text references departments (id),
  name text not null,
  sort_key text not null,
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;
create index departments_by_parent on departments (parent_id);

-- Each department below each of its ancestors, itself included: read on every request.
create table department_paths (
  ancestor_id text not null references departments (id),
  department_id text not null references departments (id),
  primary key (ancestor_id, department_id)
) strict;
create index department_paths_by_department on department_paths (department_id);

create table staff (
  id text primary key,
  login text not null unique,
  name text not null,
  sort_key text not null,
  department_id text not null references departments (id),
  password_hash text,
  status text not null check (status in ('active', 'suspended', 'left')),
  language text not null,
  theme text not null,
  density text not null,
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;

create table roles (
  key text primary key,
  position integer not null
) strict;
insert into roles (key, position) values
  ('sales', 1), ('head', 2), ('steward', 3), ('archivist', 4),
  ('gm', 5), ('auditor', 6), ('admin', 7), ('security', 8);

create table staff_roles (
  staff_id text not null references staff (id),
  role text not null references roles (key),
  department_id text not null references departments (id),
  created_at integer not null,
  primary key (staff_id, role, department_id)
) strict;

create table sessions (
  id text primary key,
  token_hash blob not null unique,
  staff_id text not null references staff (id),
  device text not null,
  address text not null,
  created_at integer not null,
  last_seen_at integer not null,
  expires_at integer not null,
  revoked_at integer
) strict;
create index sessions_by_staff on sessions (staff_id, last_seen_at);

create table tokens (
  id text primary key,
  token_hash blob not null unique,
  staff_id text not null references staff (id),
  name text not null,
  created_at integer not null,
  expires_at integer not null,
  revoked_at integer
) strict;

create table setup_links (
  token_hash blob primary key,
  created_at integer not null,
  expires_at integer not null,
  used_at integer
) strict;

create table login_failures (
  subject text primary key,
  failures integer not null,
  last_at integer not null,
  blocked_until integer not null
) strict;

create table counters (
  name text primary key,
  next integer not null
) strict;
insert into counters (name, next) values ('customer.code', 1);

create table customers (
  id text primary key,
  code text not null unique,
  kind text not null check (kind in ('individual', 'organization')),
  name text not null,
  name_key text not null,
  sort_key text not null,
  how_met text not null,
  mobile text,
  uscc text,
  stage text not null,
  owner_id text references staff (id),
  department_id text not null references departments (id),
  created_by text not null references staff (id),
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;
create index customers_by_time on customers (updated_at, id);
create index customers_by_owner on customers (owner_id, updated_at, id);
create index customers_by_department on customers (department_id, updated_at, id);
create index customers_by_name_key on customers (name_key);
create index customers_by_uscc on customers (uscc);
create index customers_by_mobile on customers (mobile);

create table dossiers (
  id text primary key,
  customer_id text not null unique references customers (id),
  class integer not null check (class between 0 and 3),
  reference_code text,
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;

create table grants (
  id text primary key,
  staff_id text not null references staff (id),
  customer_id text not null references customers (id),
  source text not null,
  purpose text not null,
  not_before integer not null,
  expires_at integer not null,
  granted_by text not null references staff (id),
  revoked_at integer,
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;
create index grants_by_staff on grants (staff_id, customer_id);

create table audit (
  id text primary key,
  at integer not null,
  actor text not null,
  via text not null,
  request_id text not null,
  action text not null,
  object_type text not null,
  object_id text not null,
  class integer,
  decision text not null check (decision in ('allowed', 'denied')),
  fields text not null,
  salt blob not null,
  payload_digest blob not null
) strict;
create index audit_by_object on audit (object_type, object_id, at);
create trigger audit_is_never_changed before update on audit
begin
  select raise(abort, 'audit rows are never changed');
end;
create trigger audit_is_never_deleted before delete on audit
begin
  select raise(abort, 'audit rows are never deleted');
end;

create table audit_payloads (
  audit_id text primary key references audit (id),
  payload text not null
) strict;

create table search_rows (
  no integer primary key,
  customer_id text not null unique references customers (id)
) strict;
create virtual table search_terms using fts5 (
  terms, content = '', contentless_delete = 1, detail = none,
  tokenize = "unicode61 remove_diacritics 0"
);
