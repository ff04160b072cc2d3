-- The contact log (往来): letters, faxes, calls, messages, visits, orders.

-- happened_at is the beginning of the day in the company's zone, so that the timeline can hold
-- contacts and deeds in one order.
create table contacts (
  id text primary key,
  customer_id text not null references customers (id),
  channel text not null check (channel in ('letter', 'fax', 'call', 'wechat', 'email', 'visit', 'reception', 'meeting', 'order')),
  direction text not null check (direction in ('in', 'out')),
  number text,
  happened_on text not null,
  happened_at integer not null,
  person text,
  summary text,
  staff_id text not null references staff (id),
  removed_at integer,
  created_at integer not null,
  updated_at integer not null,
  version integer not null
) strict;
create index contacts_by_customer on contacts (customer_id, happened_at, id);

create table contact_files (
  contact_id text not null references contacts (id),
  place integer not null,
  attachment_id text not null references attachments (id),
  primary key (contact_id, place)
) strict;
create index contact_files_by_attachment on contact_files (attachment_id);
