-- The number of another landing; nothing of its own.
select 1;
