-- Reference texts (参考资料) that hang on a form, in versions; published_by is null for what came
-- with the program.

create table form_references (
  form_key text collate "C" not null,
  version bigint not null,
  text text collate "C" not null,
  published_by text collate "C" references staff (id),
  published_at bigint not null,
  primary key (form_key, version)
);

create function form_references_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'a published reference is never changed or deleted';
end
$$;
create trigger form_references_are_never_changed before update or delete on form_references
  for each row execute function form_references_are_append_only();
