-- The recent requests of a client, for its developer, while an administrator lets them be kept. Never holds a secret.
alter table client add column watched_until bigint;

create table client_request (
    id varchar(36) primary key,
    client_id varchar(100) not null,
    happened_at bigint not null,
    expires_at bigint not null,
    endpoint varchar(60) not null,
    status integer not null,
    rule varchar(60),
    request_id varchar(64) not null,
    -- A JSON object: what was sent, as far as it may be shown.
    parameters varchar(4000) not null
);
create index client_request_client on client_request (client_id, happened_at);
create index client_request_end on client_request (expires_at);
