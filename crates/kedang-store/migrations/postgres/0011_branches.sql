-- 隶属: an organization and the one right above it (D12-4). A root has no row.
create table branches (
  customer_id text collate "C" primary key references customers (id),
  parent_id text collate "C" not null references customers (id),
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create index branches_by_parent on branches (parent_id, customer_id);

-- Lists narrowed by an answer look at the answers of one customer after the other.
create index card_values_by_customer on card_values (customer_id, form_key, field);
