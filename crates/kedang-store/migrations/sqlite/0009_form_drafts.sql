-- Forms under the pen: one draft a form, shared by the stewards. from_* is the published version it
-- started from; previous is the definition before the last step, for taking that step back.

create table form_drafts (
  id text primary key,
  form_key text not null unique,
  from_key text not null,
  from_version integer not null,
  definition text not null,
  previous text,
  author_id text not null references staff (id),
  editor_id text not null references staff (id),
  created_at integer not null,
  updated_at integer not null,
  version integer not null,
  foreign key (from_key, from_version) references forms (key, version)
) strict;

-- How many cards a form has.
create index cards_by_form on cards (form_key, customer_id);
