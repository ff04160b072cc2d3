-- Codes that came in from elsewhere did not move the counter on: a number of theirs came up again,
-- and whoever opened a customer with it was turned away.
update counters set next = greatest(next, coalesce(
    (select max(cast(substr(code, 4) as bigint)) + 1 from customers
      where code ~ '^KH-[0-9]{1,9}$'),
    0))
  where name = 'customer.code';
