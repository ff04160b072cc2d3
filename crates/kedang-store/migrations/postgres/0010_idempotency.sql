-- Answers that were given to requests with a key of their own, so that the same request sent again
-- does nothing twice. status is null between the deed and its answer. k, n and c are as in sealed:
-- an answer may hold what stands there. Rows are forgotten after a day.

create table idempotency (
  staff_id text collate "C" not null references staff (id),
  key text collate "C" not null,
  route text collate "C" not null,
  request_hash bytea not null,
  status bigint,
  headers text collate "C",
  k bigint,
  n bytea,
  c bytea,
  created_at bigint not null,
  primary key (staff_id, key)
);
create index idempotency_by_time on idempotency (created_at);
