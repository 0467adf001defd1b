-- When something changed by which an account, or who uses a client, may have lost a right; null when what they granted was judged since.
-- Whoever changes it writes the moment in the same transaction, so that neither a start nor a timer has to look at everything.
alter table account add column rights_changed_at bigint;
alter table client add column rights_changed_at bigint;
create index account_rights on account (rights_changed_at);
create index client_rights on client (rights_changed_at);
-- Each start looked at everything up to now: what was not looked at since is, once more.
update account set rights_changed_at = 0 where disabled = true or locked_at is not null or absent_since is not null;
update client set rights_changed_at = 0;
insert into turn (name, next_at) values ('rights', 0);
