-- People whose passwords are known outside, by a directory for example: what never changes about them there.
alter table account add column external_id varchar(255);
-- Since when that place no longer knows them, or locked them; null while it does.
alter table account add column absent_since bigint;
-- When it was last asked.
alter table account add column confirmed_at bigint;
create unique index account_external_id on account (origin, external_id);
