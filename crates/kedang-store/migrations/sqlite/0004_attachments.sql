-- Papers and photos of dossiers, and which card holds which.

-- The row comes first, pending; it is kept when its file is on the disk. sha256 is what is handed
-- out: the paper as it came, or the photo without what its camera added; source_sha is what came,
-- by which the same photo is known again.
create table attachments (
  id text primary key,
  customer_id text not null references customers (id),
  purpose text not null check (purpose in ('document', 'photo')),
  name text not null,
  sensitive integer not null,
  consent integer not null,
  state text not null check (state in ('pending', 'kept', 'removed')),
  kind text,
  size integer,
  sha256 text,
  source_sha text,
  display_sha text,
  thumbnail_sha text,
  taken_on text,
  created_by text not null references staff (id),
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;
create index attachments_by_customer on attachments (customer_id, id);
create index attachments_by_source on attachments (source_sha);
create index attachments_by_state on attachments (state, created_at);

-- Derived from answers: holder is the card, or the row of a repeat.
create table card_files (
  holder_id text not null,
  path text not null,
  attachment_id text not null references attachments (id),
  card_id text not null references cards (id),
  primary key (holder_id, path, attachment_id)
) strict;
create index card_files_by_attachment on card_files (attachment_id);

create trigger attachments_keep_their_content before update on attachments
when old.state <> 'pending' and (
  new.sha256 is not old.sha256 or new.source_sha is not old.source_sha
  or new.state = 'pending'
)
begin
  select raise(abort, 'the content of an attachment is never changed');
end;
