-- Instants are milliseconds since 1970 (UTC). Hashes are HMAC-SHA-256 in base64url, 43 characters.

create table client (
    client_id varchar(100) primary key,
    metadata varchar(100000) not null,
    configured boolean not null,
    enabled boolean not null,
    created_at bigint not null,
    updated_at bigint not null
);

create table client_secret (
    id varchar(36) primary key,
    client_id varchar(100) not null references client (client_id),
    digest varchar(512) not null,
    not_after bigint
);
create index client_secret_client on client_secret (client_id);

-- A row per kind of thing that nodes keep in memory; a higher version tells them to read again.
create table cache_version (
    name varchar(40) primary key,
    version bigint not null
);
insert into cache_version (name, version) values ('clients', 0);
insert into cache_version (name, version) values ('keys', 0);
insert into cache_version (name, version) values ('accounts', 0);

create table account (
    id varchar(36) primary key,
    username varchar(100) not null,
    username_key varchar(200) not null unique,
    display_name varchar(200) not null,
    email varchar(320),
    email_verified boolean not null,
    user_groups varchar(20000) not null,
    password varchar(512),
    disabled boolean not null,
    origin varchar(20) not null,
    created_at bigint not null,
    updated_at bigint not null
);

-- No foreign key: the row outlives the account, so that its identifier is never given to another.
create table subject_identifier (
    sub varchar(36) primary key,
    account_id varchar(36) not null,
    sector varchar(255) not null,
    created_at bigint not null,
    unique (account_id, sector)
);

create table login_session (
    id varchar(36) primary key,
    handle_hash varchar(43) not null unique,
    account_id varchar(36) not null references account (id),
    auth_time bigint not null,
    amr varchar(100) not null,
    created_at bigint not null,
    last_seen_at bigint not null,
    expires_at bigint not null,
    ended_at bigint
);
create index login_session_account on login_session (account_id);
create index login_session_expiry on login_session (expires_at);

create table interaction (
    handle_hash varchar(43) primary key,
    browser_hash varchar(43),
    client_id varchar(100) not null references client (client_id),
    parameters varchar(70000) not null,
    requested_at bigint not null,
    expires_at bigint not null,
    consented_at bigint,
    consented_account varchar(36),
    denied_at bigint,
    completed_at bigint
);
create index interaction_expiry on interaction (expires_at);

create table consent (
    account_id varchar(36) not null references account (id),
    client_id varchar(100) not null references client (client_id),
    scope varchar(100) not null,
    decided_at bigint not null,
    expires_at bigint not null,
    primary key (account_id, client_id, scope)
);

create table oauth_grant (
    id varchar(36) primary key,
    account_id varchar(36) not null references account (id),
    client_id varchar(100) not null references client (client_id),
    session_id varchar(36) not null references login_session (id),
    sector varchar(255) not null,
    scopes varchar(8192) not null,
    auth_time bigint not null,
    amr varchar(100) not null,
    created_at bigint not null,
    revoked_at bigint,
    revoke_reason varchar(60)
);
create index oauth_grant_account on oauth_grant (account_id, client_id);
create index oauth_grant_session on oauth_grant (session_id);

create table authorization_code (
    hash varchar(43) primary key,
    grant_id varchar(36) not null references oauth_grant (id),
    redirect_uri varchar(2048) not null,
    code_challenge varchar(43),
    nonce varchar(8192),
    expires_at bigint not null,
    redeemed_at bigint
);
create index authorization_code_grant on authorization_code (grant_id);
create index authorization_code_expiry on authorization_code (expires_at);

create table access_token (
    hash varchar(43) primary key,
    grant_id varchar(36) not null references oauth_grant (id),
    scopes varchar(8192) not null,
    issued_at bigint not null,
    expires_at bigint not null
);
create index access_token_grant on access_token (grant_id);
create index access_token_expiry on access_token (expires_at);

create table signing_key (
    kid varchar(43) primary key,
    algorithm varchar(10) not null,
    public_jwk varchar(8192) not null,
    sealed_private varchar(16384) not null,
    created_at bigint not null
);

create table used_identifier (
    kind varchar(20) not null,
    hash varchar(43) not null,
    expires_at bigint not null,
    primary key (kind, hash)
);
create index used_identifier_expiry on used_identifier (expires_at);

create table setup_link (
    hash varchar(43) primary key,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);

create table audit_record (
    id varchar(36) primary key,
    happened_at bigint not null,
    event varchar(60) not null,
    outcome varchar(20) not null,
    account_id varchar(36),
    client_id varchar(100),
    reason varchar(200),
    ip varchar(45) not null,
    request_id varchar(64) not null
);
create index audit_record_time on audit_record (happened_at);
