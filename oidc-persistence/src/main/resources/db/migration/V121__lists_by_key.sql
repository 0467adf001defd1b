-- Lists show the latest first, page by page: each index is in that order, so that a page reads its own rows and no others.
drop index audit_record_time;
create index audit_record_time on audit_record (happened_at desc, id desc);
drop index audit_record_account;
create index audit_record_account on audit_record (account_id, happened_at desc, id desc);
drop index audit_record_client;
create index audit_record_client on audit_record (client_id, happened_at desc, id desc);
drop index audit_record_event;
create index audit_record_event on audit_record (event, happened_at desc, id desc);
drop index audit_record_actor;
create index audit_record_actor on audit_record (actor, happened_at desc, id desc);
create index audit_record_outcome on audit_record (outcome, happened_at desc, id desc);
drop index logout_delivery_created;
create index logout_delivery_created on logout_delivery (created_at desc, id desc);
drop index logout_delivery_state;
create index logout_delivery_state on logout_delivery (state, created_at desc, id desc);

-- Names are searched by how they begin: in the order of their characters' numbers, whatever the language of the database is, since
-- only in that order those with one beginning stand together.
alter table account alter column username_key set data type varchar(200)${bytewise};
alter table expected_subject alter column username_key set data type varchar(200)${bytewise};
