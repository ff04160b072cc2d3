-- The contact log (往来): letters, faxes, calls, messages, visits, orders.

-- happened_at is the beginning of the day in the company's zone, so that the timeline can hold
-- contacts and deeds in one order.
create table contacts (
  id text collate "C" primary key,
  customer_id text collate "C" not null references customers (id),
  channel text collate "C" not null check (channel in ('letter', 'fax', 'call', 'wechat', 'email', 'visit', 'reception', 'meeting', 'order')),
  direction text collate "C" not null check (direction in ('in', 'out')),
  number text collate "C",
  happened_on text collate "C" not null,
  happened_at bigint not null,
  person text collate "C",
  summary text collate "C",
  staff_id text collate "C" not null references staff (id),
  removed_at bigint,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create index contacts_by_customer on contacts (customer_id, happened_at, id);

create table contact_files (
  contact_id text collate "C" not null references contacts (id),
  place bigint not null,
  attachment_id text collate "C" not null references attachments (id),
  primary key (contact_id, place)
);
create index contact_files_by_attachment on contact_files (attachment_id);
