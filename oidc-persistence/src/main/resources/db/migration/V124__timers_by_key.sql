-- Sessions that are over are looked for every ten seconds: each index begins with what is not ended, and reads those that are over alone.
drop index login_session_open;
create index login_session_idle on login_session (ended_at, remembered, last_seen_at);
create index login_session_old on login_session (ended_at, expires_at);
-- The former begin with the same column.
drop index login_session_end;
-- Rows are tidied away in the order of their times.
create index job_end on job (ended_at);
