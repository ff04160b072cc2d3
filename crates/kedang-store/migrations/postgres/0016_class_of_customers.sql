-- 密级 stands with the customer: whoever lists asks for it of every row.
-- A row that nobody classed is shown to those named only.
alter table customers add column class bigint not null default 3 check (class between 0 and 3);
update customers set class = (select d.class from dossiers d where d.customer_id = customers.id)
  where exists (select 1 from dossiers d where d.customer_id = customers.id);
alter table dossiers drop column class;

-- Lists and counts read class, and what is mostly asked beside whose it is, off the index.
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
create index customers_by_time on customers (updated_at, id, class) where deleted_at is null;
create index customers_by_owner on customers (owner_id, updated_at, id, class, grade, stage) where deleted_at is null;
create index customers_by_department on customers (department_id, updated_at, id, class, grade, stage) where deleted_at is null;
create index customers_by_created on customers (created_at, id, class) where deleted_at is null;
create index customers_by_name on customers (sort_key, id, class) where deleted_at is null;
create index customers_by_stage on customers (stage, updated_at, id, class) where deleted_at is null;
create index customers_by_grade on customers (grade, updated_at, id, class) where deleted_at is null;
create index customers_by_province on customers (province, updated_at, id, class) where deleted_at is null;
create index customers_by_city on customers (city, updated_at, id, class) where deleted_at is null;
create index customers_by_industry on customers (industry_code, updated_at, id, class) where deleted_at is null;
