-- Codes that came in from elsewhere did not move the counter on: a number of theirs came up again,
-- and whoever opened a customer with it was turned away.
update counters set next = max(next, coalesce(
    (select max(cast(substr(code, 4) as integer)) + 1 from customers
      where code glob 'KH-[0-9]*' and substr(code, 4) not glob '*[^0-9]*' and length(code) <= 12),
    0))
  where name = 'customer.code';
