-- Answers that were given to requests with a key of their own, so that the same request sent again
-- does nothing twice. status is null between the deed and its answer. k, n and c are as in sealed:
-- an answer may hold what stands there. Rows are forgotten after a day.

create table idempotency (
  staff_id text not null references staff (id),
  key text not null,
  route text not null,
  request_hash blob not null,
  status integer,
  headers text,
  k integer,
  n blob,
  c blob,
  created_at integer not null,
  primary key (staff_id, key)
) strict;
create index idempotency_by_time on idempotency (created_at);
