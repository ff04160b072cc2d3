-- Customers with the fields that real lists have, persons around them, former names, saved views.

alter table customers add column short_name text;
alter table customers add column sex text;
alter table customers add column birth text;
alter table customers add column phone text;
alter table customers add column fax text;
alter table customers add column email text;
alter table customers add column wechat text;
alter table customers add column employer text;
alter table customers add column occupation text;
alter table customers add column legal_representative text;
alter table customers add column contact text;
alter table customers add column nature text;
alter table customers add column industry_code text;
alter table customers add column industry text;
alter table customers add column province text;
alter table customers add column city text;
alter table customers add column district text;
alter table customers add column address text;
alter table customers add column postcode text;
alter table customers add column grade text;
alter table customers add column note text;
create index customers_by_created on customers (created_at, id);
create index customers_by_name on customers (sort_key, id);
create index customers_by_stage on customers (stage, updated_at, id);
create index customers_by_grade on customers (grade, updated_at, id);
create index customers_by_province on customers (province, updated_at, id);
create index customers_by_city on customers (city, updated_at, id);
create index customers_by_industry on customers (industry_code, updated_at, id);

create table customer_names (
  id text primary key,
  customer_id text not null references customers (id),
  name text not null,
  name_key text not null,
  until integer not null
) strict;
create index customer_names_by_customer on customer_names (customer_id);
create index customer_names_by_key on customer_names (name_key);

create table persons (
  id text primary key,
  name text not null,
  sort_key text not null,
  sex text,
  title text,
  phone text,
  mobile text,
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;

create table relations (
  id text primary key,
  customer_id text not null references customers (id),
  person_id text not null references persons (id),
  kind text not null check (kind in ('decision', 'family', 'contact')),
  rank integer check (rank between 1 and 4),
  kinship text,
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;
create index relations_by_customer on relations (customer_id, kind, rank);
create index relations_by_person on relations (person_id);
create unique index relations_rank_once on relations (customer_id, rank) where rank is not null;

create table saved_views (
  id text primary key,
  staff_id text not null references staff (id),
  name text not null,
  shared integer not null check (shared in (0, 1)),
  query text not null,
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;
create unique index saved_views_name_once on saved_views (staff_id, name);
create index saved_views_by_shared on saved_views (shared, created_at);

alter table search_rows add column entries text not null default '';
