-- Customers change, come twice, go and come back: types and stages, guarded changes, doubtful
-- duplicates, the recycle bin, and what a merge did, so that it can be taken back.

alter table customers add column registered_capital text;
alter table customers add column business_scope text;
alter table customers add column types text not null default '';
-- Deleted, or taken up by another customer: out of every list and reach.
alter table customers add column deleted_at integer;
alter table customers add column deleted_by text references staff (id);
alter table customers add column delete_reason text;
alter table customers add column merged_into text references customers (id);
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
  customer_id text not null references customers (id),
  staff_id text not null references staff (id),
  created_at integer not null,
  primary key (customer_id, staff_id)
) strict;
create index co_owners_by_staff on co_owners (staff_id, customer_id);

create table customer_stages (
  id text primary key,
  customer_id text not null references customers (id),
  was text not null,
  became text not null,
  reason text,
  staff_id text not null references staff (id),
  at integer not null
) strict;
create index customer_stages_by_customer on customer_stages (customer_id, at, id);

-- 变动: before and after are null for an event that touches no field.
create table changes (
  id text primary key,
  customer_id text not null references customers (id),
  kind text not null,
  nature text not null check (nature in ('event', 'correction', 'import')),
  effective_on text not null,
  proof text not null,
  attachment_id text,
  note text,
  card_id text references cards (id),
  field text,
  before text,
  after text,
  staff_id text not null references staff (id),
  at integer not null
) strict;
create index changes_by_customer on changes (customer_id, effective_on, id);

create table duplicate_candidates (
  id text primary key,
  customer_id text not null references customers (id),
  other_id text not null references customers (id),
  reasons text not null,
  status text not null check (status in ('open', 'distinct', 'merged')),
  found_by text not null references staff (id),
  settled_by text references staff (id),
  created_at integer not null,
  updated_at integer not null,
  version integer not null,
  unique (customer_id, other_id)
) strict;
create index duplicate_candidates_by_status on duplicate_candidates (status, created_at, id);
create index duplicate_candidates_by_other on duplicate_candidates (other_id);

-- What can be taken back once, until a moment: the rows touched, their columns before and after.
create table undo_sets (
  id text primary key,
  kind text not null,
  subject_id text not null references customers (id),
  other_id text references customers (id),
  detail text not null,
  staff_id text not null references staff (id),
  created_at integer not null,
  until integer not null,
  undone_at integer,
  undone_by text references staff (id),
  kept text
) strict;
create index undo_sets_by_subject on undo_sets (subject_id, created_at);
create index undo_sets_by_other on undo_sets (other_id);

create table undo_rows (
  set_id text not null references undo_sets (id),
  seq integer not null,
  tbl text not null,
  row_id text not null,
  before text,
  after text not null,
  primary key (set_id, seq)
) strict;

create trigger customer_stages_are_never_changed before update of was, became, reason, staff_id, at on customer_stages
begin
  select raise(abort, 'a stage is never rewritten');
end;
create trigger changes_are_never_changed before update of kind, nature, effective_on, proof, field, before, after, staff_id, at on changes
begin
  select raise(abort, 'a change is never rewritten');
end;
