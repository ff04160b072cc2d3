-- Reference texts (参考资料) that hang on a form, in versions; published_by is null for what came
-- with the program.

create table form_references (
  form_key text not null,
  version integer not null,
  text text not null,
  published_by text references staff (id),
  published_at integer not null,
  primary key (form_key, version)
) strict;

create trigger form_references_are_never_changed before update on form_references
begin
  select raise(abort, 'a published reference is never changed');
end;
create trigger form_references_are_never_deleted before delete on form_references
begin
  select raise(abort, 'a published reference is never deleted');
end;
