-- 爱好 as lists of customers have it; the duplicates of a customer are looked for by e-mail and birth too.
alter table customers add column hobbies text;
create index customers_by_email on customers (email) where email is not null;
create index customers_by_birth on customers (birth) where birth is not null;
