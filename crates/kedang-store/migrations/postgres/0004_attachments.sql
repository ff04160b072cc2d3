-- Papers and photos of dossiers, and which card holds which.

-- The row comes first, pending; it is kept when its file is on the disk. sha256 is what is handed
-- out: the paper as it came, or the photo without what its camera added; source_sha is what came,
-- by which the same photo is known again.
create table attachments (
  id text collate "C" primary key,
  customer_id text collate "C" not null references customers (id),
  purpose text collate "C" not null check (purpose in ('document', 'photo')),
  name text collate "C" not null,
  sensitive boolean not null,
  consent boolean not null,
  state text collate "C" not null check (state in ('pending', 'kept', 'removed')),
  kind text collate "C",
  size bigint,
  sha256 text collate "C",
  source_sha text collate "C",
  display_sha text collate "C",
  thumbnail_sha text collate "C",
  taken_on text collate "C",
  created_by text collate "C" not null references staff (id),
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create index attachments_by_customer on attachments (customer_id, id);
create index attachments_by_source on attachments (source_sha);
create index attachments_by_state on attachments (state, created_at);

-- Derived from answers: holder is the card, or the row of a repeat.
create table card_files (
  holder_id text collate "C" not null,
  path text collate "C" not null,
  attachment_id text collate "C" not null references attachments (id),
  card_id text collate "C" not null references cards (id),
  primary key (holder_id, path, attachment_id)
);
create index card_files_by_attachment on card_files (attachment_id);

create function attachments_keep_their_content() returns trigger language plpgsql as $$
begin
  raise exception 'the content of an attachment is never changed';
end
$$;
create trigger attachments_keep_their_content before update on attachments
  for each row
  when (old.state <> 'pending' and (
    new.sha256 is distinct from old.sha256 or new.source_sha is distinct from old.source_sha
    or new.state = 'pending'
  ))
  execute function attachments_keep_their_content();
