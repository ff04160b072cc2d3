-- Forms with their published versions, and cards: revisions, rows, indexed and sealed answers,
-- signatures, and who learned what.

create table forms (
  key text not null,
  version integer not null,
  definition text not null,
  published_at integer not null,
  primary key (key, version)
) strict;

-- Signing capacities (美容顾问, 美容师, 专家 …), apart from roles.
create table staff_posts (
  staff_id text not null references staff (id),
  post text not null,
  created_at integer not null,
  primary key (staff_id, post)
) strict;

-- texts: what the search may know of the current answers, JSON.
create table cards (
  id text primary key,
  customer_id text not null references customers (id),
  form_key text not null,
  form_version integer not null,
  department_id text not null references departments (id),
  custodian_id text not null references staff (id),
  status text not null check (status in ('open', 'unsigned', 'signed')),
  revision integer not null,
  answered integer not null,
  applicable integer not null,
  texts text not null,
  created_by text not null references staff (id),
  created_at integer not null,
  updated_at integer not null,
  version integer not null,
  foreign key (form_key, form_version) references forms (key, version)
) strict;
create index cards_by_customer on cards (customer_id, created_at, id);

-- Answers without class P2; commits holds a commitment to every answer, salts those of the answers
-- that stand here. The salt of a sealed answer is sealed with it.
create table card_revisions (
  id text primary key,
  card_id text not null references cards (id),
  seq integer not null,
  answers text not null,
  salts text not null,
  commits text not null,
  content_hash blob not null,
  author_id text not null references staff (id),
  how text,
  created_at integer not null,
  unique (card_id, seq)
) strict;

create table card_rows (
  id text primary key,
  card_id text not null references cards (id),
  repeat text not null,
  seq integer not null,
  answers text not null,
  salts text not null,
  commits text not null,
  content_hash blob not null,
  corrects_id text unique references card_rows (id),
  author_id text not null references staff (id),
  created_at integer not null,
  unique (card_id, repeat, seq)
) strict;

-- Derived from answers: holder is the card, or the row of a repeat.
create table card_values (
  holder_id text not null,
  field text not null,
  place integer not null,
  card_id text not null references cards (id),
  customer_id text not null references customers (id),
  form_key text not null,
  text_value text,
  number_value integer,
  date_value text,
  blind blob,
  primary key (holder_id, field, place)
) strict;
create index card_values_by_card on card_values (card_id);
create index card_values_by_text on card_values (form_key, field, text_value, customer_id);
create index card_values_by_number on card_values (form_key, field, number_value, customer_id);
create index card_values_by_date on card_values (form_key, field, date_value, customer_id);

-- Answers of class P2 and nothing else: k is the key (0 is none), n the nonce, c the content.
create table sealed (
  holder_id text not null,
  path text not null,
  card_id text not null references cards (id),
  k integer not null,
  n blob not null,
  c blob not null,
  created_at integer not null,
  primary key (holder_id, path)
) strict;
create index sealed_by_card on sealed (card_id);

create table signatures (
  id text primary key,
  card_id text not null references cards (id),
  row_id text references card_rows (id),
  revision integer not null,
  field text not null,
  covers text not null,
  post text,
  signer text not null,
  staff_id text references staff (id),
  strokes text not null,
  content_hash blob not null,
  recorded_by text not null references staff (id),
  signed_at integer not null,
  voided_at integer,
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;
create index signatures_by_card on signatures (card_id, signed_at, id);
create index signatures_by_row on signatures (row_id);

-- Who learned the answer that stands now, when and how.
create table answer_origins (
  card_id text not null references cards (id),
  path text not null,
  staff_id text not null references staff (id),
  learned_at integer not null,
  how text,
  primary key (card_id, path)
) strict;

create trigger forms_are_never_changed before update on forms
begin
  select raise(abort, 'a published form is never changed');
end;
create trigger forms_are_never_deleted before delete on forms
begin
  select raise(abort, 'a published form is never deleted');
end;
create trigger card_rows_are_never_changed before update on card_rows
begin
  select raise(abort, 'a row is corrected by a new row');
end;
