-- What applications do with what they were given: refresh, audience, revocation, requests pushed beforehand.

alter table oauth_grant add column offline boolean default false not null;
alter table oauth_grant add column audience varchar(8192) default '' not null;
-- The claims parameter of the request, a JSON object (OIDC Core 1.0, section 5.5).
alter table oauth_grant add column claims varchar(8192);
create index oauth_grant_created on oauth_grant (created_at);

alter table authorization_code add column failures integer default 0 not null;

alter table access_token add column audience varchar(8192) default '' not null;
alter table access_token add column revoked_at bigint;

create table refresh_token (
    hash varchar(43) primary key,
    grant_id varchar(36) not null references oauth_grant (id),
    issued_at bigint not null,
    expires_at bigint not null,
    -- The end of the token and all its successors together; null for none.
    family_expires_at bigint,
    rotated_at bigint,
    -- The scope of the answer, so that a repeated request can be told from another one.
    rotated_scope varchar(8192)
);
create index refresh_token_grant on refresh_token (grant_id);
create index refresh_token_expiry on refresh_token (expires_at);

-- Access tokens of clients that act for themselves: no account, no session, no grant but the registration itself.
create table client_access_token (
    hash varchar(43) primary key,
    client_id varchar(100) not null references client (client_id),
    scopes varchar(8192) not null,
    audience varchar(8192) not null,
    issued_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
);
create index client_access_token_expiry on client_access_token (expires_at);

create table pushed_request (
    hash varchar(43) primary key,
    client_id varchar(100) not null references client (client_id),
    parameters varchar(70000) not null,
    expires_at bigint not null,
    completed_at bigint
);
create index pushed_request_expiry on pushed_request (expires_at);
alter table interaction add column pushed_hash varchar(43);

-- A secret that must be recoverable, because its client signs with it, sealed beside its digest.
alter table client_secret add column sealed varchar(2048);

-- The standard claims about the person that have no column of their own, a JSON object (OIDC Core 1.0, section 5.1).
alter table account add column claims varchar(20000);
