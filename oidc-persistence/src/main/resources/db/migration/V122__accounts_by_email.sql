-- Accounts are looked for by an address, however it is written: the database keeps each in small letters, also of rows that are there.
alter table account add column email_key varchar(320) generated always as (lower(email))${stored};
create index account_email on account (email_key);
