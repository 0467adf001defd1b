-- Why a session ended. What ended before is told to nobody any more.
alter table login_session add column end_reason varchar(30);
create index login_session_open on login_session (ended_at, last_seen_at);

-- One request to sign out that a person was asked about, or sees the outcome of.
create table sign_out (
    handle_hash varchar(43) primary key,
    client_id varchar(100),
    redirect_uri varchar(2048),
    state varchar(8192),
    hinted_session varchar(36),
    created_at bigint not null,
    expires_at bigint not null,
    ended_at bigint
);
create index sign_out_expiry on sign_out (expires_at);

-- Who is told of the end of a session, and what came of it. No foreign keys: the ledger outlives sessions and clients.
create table logout_delivery (
    id varchar(36) primary key,
    sign_out varchar(43),
    session_id varchar(36) not null,
    account_id varchar(36) not null,
    client_id varchar(100) not null,
    sub varchar(36) not null,
    channel varchar(10) not null,
    state varchar(20) not null,
    attempts integer not null,
    created_at bigint not null,
    -- When it may be tried next; null when it will not be.
    next_at bigint,
    leased_by varchar(36),
    finished_at bigint,
    last_answer varchar(200),
    took_ms bigint
);
create index logout_delivery_due on logout_delivery (next_at);
create index logout_delivery_account on logout_delivery (account_id, created_at);
create index logout_delivery_sign_out on logout_delivery (sign_out);
create index logout_delivery_created on logout_delivery (created_at);
