-- An administrator's own lock: the file or directory that an account comes from cannot take it back.
alter table account add column locked_at bigint;

-- Lists that administrators page through by key.
create index audit_record_client on audit_record (client_id, happened_at, id);
create index audit_record_request on audit_record (request_id);
create index logout_delivery_state on logout_delivery (state, created_at, id);
create index client_access_token_client on client_access_token (client_id, expires_at);
