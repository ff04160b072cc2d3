-- Customers change, come twice, go and come back: types and stages, guarded changes, doubtful
-- duplicates, the recycle bin, and what a merge did, so that it can be taken back.

alter table customers add column registered_capital text collate "C";
alter table customers add column business_scope text collate "C";
alter table customers add column types text collate "C" not null default '';
-- Deleted, or taken up by another customer: out of every list and reach.
alter table customers add column deleted_at bigint;
alter table customers add column deleted_by text collate "C" references staff (id);
alter table customers add column delete_reason text collate "C";
alter table customers add column merged_into text collate "C" references customers (id);
create index customers_by_phone on customers (phone);
create index customers_by_deletion on customers (deleted_at, id) where deleted_at is not null;
create index customers_by_survivor on customers (merged_into) where merged_into is not null;

-- Lists show the living: their indexes hold no others.
drop index customers_by_time;
drop index customers_by_owner;
drop index customers_by_department;
drop index customers_by_created;
drop index customers_by_name;
drop index customers_by_stage;
drop index customers_by_grade;
drop index customers_by_province;
drop index customers_by_city;
drop index customers_by_industry;
create index customers_by_time on customers (updated_at, id) where deleted_at is null;
create index customers_by_owner on customers (owner_id, updated_at, id) where deleted_at is null;
create index customers_by_department on customers (department_id, updated_at, id) where deleted_at is null;
create index customers_by_created on customers (created_at, id) where deleted_at is null;
create index customers_by_name on customers (sort_key, id) where deleted_at is null;
create index customers_by_stage on customers (stage, updated_at, id) where deleted_at is null;
create index customers_by_grade on customers (grade, updated_at, id) where deleted_at is null;
create index customers_by_province on customers (province, updated_at, id) where deleted_at is null;
create index customers_by_city on customers (city, updated_at, id) where deleted_at is null;
create index customers_by_industry on customers (industry_code, updated_at, id) where deleted_at is null;

-- 协办: staff who hold a customer beside its owner.
create table co_owners (
  customer_id text collate "C" not null references customers (id),
  staff_id text collate "C" not null references staff (id),
  created_at bigint not null,
  primary key (customer_id, staff_id)
);
create index co_owners_by_staff on co_owners (staff_id, customer_id);

create table customer_stages (
  id text collate "C" primary key,
  customer_id text collate "C" not null references customers (id),
  was text collate "C" not null,
  became text collate "C" not null,
  reason text collate "C",
  staff_id text collate "C" not null references staff (id),
  at bigint not null
);
create index customer_stages_by_customer on customer_stages (customer_id, at, id);

-- 变动: before and after are null for an event that touches no field.
create table changes (
  id text collate "C" primary key,
  customer_id text collate "C" not null references customers (id),
  kind text collate "C" not null,
  nature text collate "C" not null check (nature in ('event', 'correction', 'import')),
  effective_on text collate "C" not null,
  proof text collate "C" not null,
  attachment_id text collate "C",
  note text collate "C",
  card_id text collate "C" references cards (id),
  field text collate "C",
  before text collate "C",
  after text collate "C",
  staff_id text collate "C" not null references staff (id),
  at bigint not null
);
create index changes_by_customer on changes (customer_id, effective_on, id);

create table duplicate_candidates (
  id text collate "C" primary key,
  customer_id text collate "C" not null references customers (id),
  other_id text collate "C" not null references customers (id),
  reasons text collate "C" not null,
  status text collate "C" not null check (status in ('open', 'distinct', 'merged')),
  found_by text collate "C" not null references staff (id),
  settled_by text collate "C" references staff (id),
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null,
  unique (customer_id, other_id)
);
create index duplicate_candidates_by_status on duplicate_candidates (status, created_at, id);
create index duplicate_candidates_by_other on duplicate_candidates (other_id);

-- What can be taken back once, until a moment: the rows touched, their columns before and after.
create table undo_sets (
  id text collate "C" primary key,
  kind text collate "C" not null,
  subject_id text collate "C" not null references customers (id),
  other_id text collate "C" references customers (id),
  detail text collate "C" not null,
  staff_id text collate "C" not null references staff (id),
  created_at bigint not null,
  until bigint not null,
  undone_at bigint,
  undone_by text collate "C" references staff (id),
  kept text collate "C"
);
create index undo_sets_by_subject on undo_sets (subject_id, created_at);
create index undo_sets_by_other on undo_sets (other_id);

create table undo_rows (
  set_id text collate "C" not null references undo_sets (id),
  seq bigint not null,
  tbl text collate "C" not null,
  row_id text collate "C" not null,
  before text collate "C",
  after text collate "C" not null,
  primary key (set_id, seq)
);

create function stages_are_history() returns trigger language plpgsql as $$
begin
  raise exception 'a stage is never rewritten';
end
$$;
create trigger customer_stages_are_never_changed
  before update of was, became, reason, staff_id, at on customer_stages
  for each row execute function stages_are_history();
create function changes_are_history() returns trigger language plpgsql as $$
begin
  raise exception 'a change is never rewritten';
end
$$;
create trigger changes_are_never_changed
  before update of kind, nature, effective_on, proof, field, before, after, staff_id, at on changes
  for each row execute function changes_are_history();
