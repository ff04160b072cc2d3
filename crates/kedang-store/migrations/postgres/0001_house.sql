-- Staff and their roles, customers with one dossier each, grants, audit, search.

create table settings (
  key text collate "C" primary key,
  value text collate "C" not null,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);

create table departments (
  id text collate "C" primary key,
  parent_id text collate "C" references departments (id),
  name text collate "C" not null,
  sort_key text collate "C" not null,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create index departments_by_parent on departments (parent_id);

-- Each department below each of its ancestors, itself included: read on every request.
create table department_paths (
  ancestor_id text collate "C" not null references departments (id),
  department_id text collate "C" not null references departments (id),
  primary key (ancestor_id, department_id)
);
create index department_paths_by_department on department_paths (department_id);

create table staff (
  id text collate "C" primary key,
  login text collate "C" not null unique,
  name text collate "C" not null,
  sort_key text collate "C" not null,
  department_id text collate "C" not null references departments (id),
  password_hash text collate "C",
  status text collate "C" not null check (status in ('active', 'suspended', 'left')),
  language text collate "C" not null,
  theme text collate "C" not null,
  density text collate "C" not null,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);

create table roles (
  key text collate "C" primary key,
  position bigint not null
);
insert into roles (key, position) values
  ('sales', 1), ('head', 2), ('steward', 3), ('archivist', 4),
  ('gm', 5), ('auditor', 6), ('admin', 7), ('security', 8);

create table staff_roles (
  staff_id text collate "C" not null references staff (id),
  role text collate "C" not null references roles (key),
  department_id text collate "C" not null references departments (id),
  created_at bigint not null,
  primary key (staff_id, role, department_id)
);

create table sessions (
  id text collate "C" primary key,
  token_hash bytea not null unique,
  staff_id text collate "C" not null references staff (id),
  device text collate "C" not null,
  address text collate "C" not null,
  created_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);
create index sessions_by_staff on sessions (staff_id, last_seen_at);

create table tokens (
  id text collate "C" primary key,
  token_hash bytea not null unique,
  staff_id text collate "C" not null references staff (id),
  name text collate "C" not null,
  created_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);

create table setup_links (
  token_hash bytea primary key,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);

create table login_failures (
  subject text collate "C" primary key,
  failures bigint not null,
  last_at bigint not null,
  blocked_until bigint not null
);

create table counters (
  name text collate "C" primary key,
  next bigint not null
);
insert into counters (name, next) values ('customer.code', 1);

create table customers (
  id text collate "C" primary key,
  code text collate "C" not null unique,
  kind text collate "C" not null check (kind in ('individual', 'organization')),
  name text collate "C" not null,
  name_key text collate "C" not null,
  sort_key text collate "C" not null,
  how_met text collate "C" not null,
  mobile text collate "C",
  uscc text collate "C",
  stage text collate "C" not null,
  owner_id text collate "C" references staff (id),
  department_id text collate "C" not null references departments (id),
  created_by text collate "C" not null references staff (id),
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create index customers_by_time on customers (updated_at, id);
create index customers_by_owner on customers (owner_id, updated_at, id);
create index customers_by_department on customers (department_id, updated_at, id);
create index customers_by_name_key on customers (name_key);
create index customers_by_uscc on customers (uscc);
create index customers_by_mobile on customers (mobile);

create table dossiers (
  id text collate "C" primary key,
  customer_id text collate "C" not null unique references customers (id),
  class bigint not null check (class between 0 and 3),
  reference_code text collate "C",
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);

create table grants (
  id text collate "C" primary key,
  staff_id text collate "C" not null references staff (id),
  customer_id text collate "C" not null references customers (id),
  source text collate "C" not null,
  purpose text collate "C" not null,
  not_before bigint not null,
  expires_at bigint not null,
  granted_by text collate "C" not null references staff (id),
  revoked_at bigint,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create index grants_by_staff on grants (staff_id, customer_id);

create table audit (
  id text collate "C" primary key,
  at bigint not null,
  actor text collate "C" not null,
  via text collate "C" not null,
  request_id text collate "C" not null,
  action text collate "C" not null,
  object_type text collate "C" not null,
  object_id text collate "C" not null,
  class bigint,
  decision text collate "C" not null check (decision in ('allowed', 'denied')),
  fields text collate "C" not null,
  salt bytea not null,
  payload_digest bytea not null
);
create index audit_by_object on audit (object_type, object_id, at);
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit rows are never changed or deleted';
end
$$;
create trigger audit_is_never_changed before update or delete on audit
  for each row execute function audit_is_append_only();

create table audit_payloads (
  audit_id text collate "C" primary key references audit (id),
  payload text collate "C" not null
);

create table search_rows (
  customer_id text collate "C" primary key references customers (id),
  terms tsvector not null
);
create index search_rows_by_terms on search_rows using gin (terms);
