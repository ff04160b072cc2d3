-- Forms under the pen: one draft a form, shared by the stewards. from_* is the published version it
-- started from; previous is the definition before the last step, for taking that step back.

create table form_drafts (
  id text collate "C" primary key,
  form_key text collate "C" not null unique,
  from_key text collate "C" not null,
  from_version bigint not null,
  definition text collate "C" not null,
  previous text collate "C",
  author_id text collate "C" not null references staff (id),
  editor_id text collate "C" not null references staff (id),
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null,
  foreign key (from_key, from_version) references forms (key, version)
);

-- How many cards a form has.
create index cards_by_form on cards (form_key, customer_id);
