-- Sessions that one browser holds share a number that never leaves the server.
alter table login_session add column browser_id varchar(36);
update login_session set browser_id = id;
alter table login_session alter column browser_id set not null;
create index login_session_browser on login_session (browser_id);
alter table login_session add column remembered boolean default false not null;

-- The account that a person chose, or logged in with, for one request; no session: another account than those.
alter table interaction add column chosen_at bigint;
alter table interaction add column chosen_session varchar(36);
