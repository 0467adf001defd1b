-- Somebody forgot a password. What they typed is sealed; whose it is, is looked up afterwards, so that asking costs the same for
-- every name.
create table password_reset_request (
    id varchar(36) primary key,
    sealed_name varchar(2000) not null,
    ip varchar(45) not null,
    request_id varchar(64) not null,
    user_agent varchar(500) not null,
    created_at bigint not null
);
create index password_reset_request_created on password_reset_request (created_at);

-- Links that let a person choose a new password, each once.
create table password_reset_link (
    hash varchar(43) primary key,
    account_id varchar(36) not null references account (id) on delete cascade,
    created_at bigint not null,
    expires_at bigint not null,
    -- When it was used, or ended because another way was faster.
    ended_at bigint
);
create index password_reset_link_account on password_reset_link (account_id);
create index password_reset_link_end on password_reset_link (expires_at);
