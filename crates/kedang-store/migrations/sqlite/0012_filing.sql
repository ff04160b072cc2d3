-- 归档 of a card: the state that was filed, by whom, when (µs). All null while it was not (D01-11).
alter table cards add column filed_revision integer;
alter table cards add column filed_by text references staff (id);
alter table cards add column filed_at integer;
