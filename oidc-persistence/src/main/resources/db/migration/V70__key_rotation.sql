-- The life of a key, planned when its successor is made: from when to when it signs, is published, and verifies our own
-- hints. Null is open-ended. Its private part goes as soon as it can't sign any more.
alter table signing_key add column active_from bigint default 0 not null;
alter table signing_key add column signs_until bigint;
alter table signing_key add column published_until bigint;
alter table signing_key add column verifies_until bigint;
alter table signing_key alter column sealed_private drop not null;
update signing_key set active_from = created_at;

-- What hashes and marks are made with, sealed under the master key, so that another master key changes none of them.
create table installation_secret (
    name varchar(40) primary key,
    sealed varchar(512) not null
);
