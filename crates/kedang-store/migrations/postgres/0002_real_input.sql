-- Customers with the fields that real lists have, persons around them, former names, saved views.

alter table customers add column short_name text collate "C";
alter table customers add column sex text collate "C";
alter table customers add column birth text collate "C";
alter table customers add column phone text collate "C";
alter table customers add column fax text collate "C";
alter table customers add column email text collate "C";
alter table customers add column wechat text collate "C";
alter table customers add column employer text collate "C";
alter table customers add column occupation text collate "C";
alter table customers add column legal_representative text collate "C";
alter table customers add column contact text collate "C";
alter table customers add column nature text collate "C";
alter table customers add column industry_code text collate "C";
alter table customers add column industry text collate "C";
alter table customers add column province text collate "C";
alter table customers add column city text collate "C";
alter table customers add column district text collate "C";
alter table customers add column address text collate "C";
alter table customers add column postcode text collate "C";
alter table customers add column grade text collate "C";
alter table customers add column note text collate "C";
create index customers_by_created on customers (created_at, id);
create index customers_by_name on customers (sort_key, id);
create index customers_by_stage on customers (stage, updated_at, id);
create index customers_by_grade on customers (grade, updated_at, id);
create index customers_by_province on customers (province, updated_at, id);
create index customers_by_city on customers (city, updated_at, id);
create index customers_by_industry on customers (industry_code, updated_at, id);

create table customer_names (
  id text collate "C" primary key,
  customer_id text collate "C" not null references customers (id),
  name text collate "C" not null,
  name_key text collate "C" not null,
  until bigint not null
);
create index customer_names_by_customer on customer_names (customer_id);
create index customer_names_by_key on customer_names (name_key);

create table persons (
  id text collate "C" primary key,
  name text collate "C" not null,
  sort_key text collate "C" not null,
  sex text collate "C",
  title text collate "C",
  phone text collate "C",
  mobile text collate "C",
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);

create table relations (
  id text collate "C" primary key,
  customer_id text collate "C" not null references customers (id),
  person_id text collate "C" not null references persons (id),
  kind text collate "C" not null check (kind in ('decision', 'family', 'contact')),
  rank bigint check (rank between 1 and 4),
  kinship text collate "C",
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create index relations_by_customer on relations (customer_id, kind, rank);
create index relations_by_person on relations (person_id);
create unique index relations_rank_once on relations (customer_id, rank) where rank is not null;

create table saved_views (
  id text collate "C" primary key,
  staff_id text collate "C" not null references staff (id),
  name text collate "C" not null,
  shared boolean not null,
  query text collate "C" not null,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create unique index saved_views_name_once on saved_views (staff_id, name);
create index saved_views_by_shared on saved_views (shared, created_at);

alter table search_rows add column entries text collate "C" not null default '';
