-- Links with which somebody sets his password: at first, or when he forgot it.
create table staff_links (
  token_hash blob primary key,
  staff_id text not null references staff (id),
  created_by text not null references staff (id),
  created_at integer not null,
  expires_at integer not null,
  used_at integer
) strict;
create index staff_links_by_staff on staff_links (staff_id);
create index staff_by_name on staff (sort_key, id);
