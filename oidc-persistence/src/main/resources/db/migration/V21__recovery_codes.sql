-- Codes on paper for who lost the second factor: hashed, each works once, all of an account are made and replaced together.

create table recovery_code (
    hash varchar(43) primary key,
    account_id varchar(36) not null references account (id),
    created_at bigint not null,
    used_at bigint
);
create index recovery_code_account on recovery_code (account_id);

-- When the first factor was last proved: who changes factors must have proved all of them just now.
alter table login_session add column first_factor_at bigint default 0 not null;
