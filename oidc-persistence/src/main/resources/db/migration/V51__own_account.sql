-- The language a person chose, a language tag (RFC 5646); null follows the browser.
alter table account add column language varchar(35);

-- Who did it, and by which rule it was refused. The account concerned is in account_id.
alter table audit_record add column actor varchar(120);
alter table audit_record add column rule varchar(60);
create index audit_record_account on audit_record (account_id, happened_at, id);

-- Browsers that an account was seen with, so that its owner can be told of a new one.
create table known_browser (
    account_id varchar(36) not null references account (id) on delete cascade,
    browser_hash varchar(43) not null,
    first_seen_at bigint not null,
    last_seen_at bigint not null,
    primary key (account_id, browser_hash)
);
create index known_browser_last on known_browser (last_seen_at);
