-- 归档 of a card: the state that was filed, by whom, when (µs). All null while it was not (D01-11).
alter table cards add column filed_revision bigint;
alter table cards add column filed_by text collate "C" references staff (id);
alter table cards add column filed_at bigint;
