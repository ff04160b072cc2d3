-- Forms with their published versions, and cards: revisions, rows, indexed and sealed answers,
-- signatures, and who learned what.

create table forms (
  key text collate "C" not null,
  version bigint not null,
  definition text collate "C" not null,
  published_at bigint not null,
  primary key (key, version)
);

-- Signing capacities (美容顾问, 美容师, 专家 …), apart from roles.
create table staff_posts (
  staff_id text collate "C" not null references staff (id),
  post text collate "C" not null,
  created_at bigint not null,
  primary key (staff_id, post)
);

-- texts: what the search may know of the current answers, JSON.
create table cards (
  id text collate "C" primary key,
  customer_id text collate "C" not null references customers (id),
  form_key text collate "C" not null,
  form_version bigint not null,
  department_id text collate "C" not null references departments (id),
  custodian_id text collate "C" not null references staff (id),
  status text collate "C" not null check (status in ('open', 'unsigned', 'signed')),
  revision bigint not null,
  answered bigint not null,
  applicable bigint not null,
  texts text collate "C" not null,
  created_by text collate "C" not null references staff (id),
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null,
  foreign key (form_key, form_version) references forms (key, version)
);
create index cards_by_customer on cards (customer_id, created_at, id);

-- Answers without class P2; commits holds a commitment to every answer, salts those of the answers
-- that stand here. The salt of a sealed answer is sealed with it.
create table card_revisions (
  id text collate "C" primary key,
  card_id text collate "C" not null references cards (id),
  seq bigint not null,
  answers text collate "C" not null,
  salts text collate "C" not null,
  commits text collate "C" not null,
  content_hash bytea not null,
  author_id text collate "C" not null references staff (id),
  how text collate "C",
  created_at bigint not null,
  unique (card_id, seq)
);

create table card_rows (
  id text collate "C" primary key,
  card_id text collate "C" not null references cards (id),
  repeat text collate "C" not null,
  seq bigint not null,
  answers text collate "C" not null,
  salts text collate "C" not null,
  commits text collate "C" not null,
  content_hash bytea not null,
  corrects_id text collate "C" unique references card_rows (id),
  author_id text collate "C" not null references staff (id),
  created_at bigint not null,
  unique (card_id, repeat, seq)
);

-- Derived from answers: holder is the card, or the row of a repeat.
create table card_values (
  holder_id text collate "C" not null,
  field text collate "C" not null,
  place bigint not null,
  card_id text collate "C" not null references cards (id),
  customer_id text collate "C" not null references customers (id),
  form_key text collate "C" not null,
  text_value text collate "C",
  number_value bigint,
  date_value text collate "C",
  blind bytea,
  primary key (holder_id, field, place)
);
create index card_values_by_card on card_values (card_id);
create index card_values_by_text on card_values (form_key, field, text_value, customer_id);
create index card_values_by_number on card_values (form_key, field, number_value, customer_id);
create index card_values_by_date on card_values (form_key, field, date_value, customer_id);

-- Answers of class P2 and nothing else: k is the key (0 is none), n the nonce, c the content.
create table sealed (
  holder_id text collate "C" not null,
  path text collate "C" not null,
  card_id text collate "C" not null references cards (id),
  k bigint not null,
  n bytea not null,
  c bytea not null,
  created_at bigint not null,
  primary key (holder_id, path)
);
create index sealed_by_card on sealed (card_id);

create table signatures (
  id text collate "C" primary key,
  card_id text collate "C" not null references cards (id),
  row_id text collate "C" references card_rows (id),
  revision bigint not null,
  field text collate "C" not null,
  covers text collate "C" not null,
  post text collate "C",
  signer text collate "C" not null,
  staff_id text collate "C" references staff (id),
  strokes text collate "C" not null,
  content_hash bytea not null,
  recorded_by text collate "C" not null references staff (id),
  signed_at bigint not null,
  voided_at bigint,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create index signatures_by_card on signatures (card_id, signed_at, id);
create index signatures_by_row on signatures (row_id);

-- Who learned the answer that stands now, when and how.
create table answer_origins (
  card_id text collate "C" not null references cards (id),
  path text collate "C" not null,
  staff_id text collate "C" not null references staff (id),
  learned_at bigint not null,
  how text collate "C",
  primary key (card_id, path)
);

create function forms_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'a published form is never changed or deleted';
end
$$;
create trigger forms_are_never_changed before update or delete on forms
  for each row execute function forms_are_append_only();
create function card_rows_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'a row is corrected by a new row';
end
$$;
create trigger card_rows_are_never_changed before update on card_rows
  for each row execute function card_rows_are_append_only();
