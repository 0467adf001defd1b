-- Work that one node does for all of them: whoever moves the time owns the turn.
create table turn (
    name varchar(40) primary key,
    next_at bigint not null
);
insert into turn (name, next_at) values ('clean-up', 0);

-- Sessions are tidied away when nothing hangs on them any more.
create index login_session_end on login_session (ended_at);
create index consent_expiry on consent (expires_at);
