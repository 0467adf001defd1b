-- Mail to people. A row is written in the transaction of what it tells of, so that neither is there without the other, and
-- sent afterwards. It stays a week, without its text as soon as that is not needed any more.
create table outgoing_mail (
    id varchar(36) primary key,
    account_id varchar(36) not null references account (id) on delete cascade,
    kind varchar(40) not null,
    recipient varchar(254) not null,
    -- Subject and text, sealed: a link in them opens an account.
    sealed_text varchar(12000),
    created_at bigint not null,
    -- After this time it is not worth sending.
    expires_at bigint not null,
    tries integer not null,
    -- When it is to be tried; null when it was sent or given up.
    next_at bigint,
    sent_at bigint
);
create index outgoing_mail_next on outgoing_mail (next_at);
create index outgoing_mail_created on outgoing_mail (created_at);
create index outgoing_mail_account on outgoing_mail (account_id, kind, created_at);
