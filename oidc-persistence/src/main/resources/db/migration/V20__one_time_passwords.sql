-- Second factors: authenticator apps (RFC 6238), and the wrong codes that were tried.

create table totp_credential (
    id varchar(36) primary key,
    account_id varchar(36) not null references account (id),
    name varchar(100) not null,
    sealed_seed varchar(512) not null,
    -- The last time step whose code was used: no code of that step or an earlier one counts any more.
    last_step bigint not null,
    created_at bigint not null,
    last_used_at bigint not null
);
create index totp_credential_account on totp_credential (account_id);

alter table account add column factor_failures integer default 0 not null;
alter table account add column factor_failed_at bigint default 0 not null;
alter table interaction add column factor_failures integer default 0 not null;
