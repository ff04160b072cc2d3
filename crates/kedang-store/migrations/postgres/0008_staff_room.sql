-- Links with which somebody sets his password: at first, or when he forgot it.
create table staff_links (
  token_hash bytea primary key,
  staff_id text collate "C" not null references staff (id),
  created_by text collate "C" not null references staff (id),
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index staff_links_by_staff on staff_links (staff_id);
create index staff_by_name on staff (sort_key, id);
