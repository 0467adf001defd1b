-- What administrators gave a name while the server runs: access policies, scopes, claims policies. The options are those of the
-- configuration, a JSON object of texts.
create table definition (
    kind varchar(20) not null,
    name varchar(100) not null,
    options varchar(100000) not null,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (kind, name)
);

-- Moves with each of them, so that a client is registered under those that it was judged by.
insert into cache_version (name, version) values ('definitions', 0);
