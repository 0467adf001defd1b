-- Security keys and passkeys (Web Authentication): public keys, nothing secret.

create table security_key (
    id varchar(36) primary key,
    -- What the authenticator calls the credential, base64url.
    credential_id varchar(1400) not null unique,
    account_id varchar(36) not null references account (id),
    name varchar(100) not null,
    -- The attested credential data with the public key, base64url (Web Authentication Level 2, section 6.5.1).
    attested_data varchar(8192) not null,
    sign_count bigint not null,
    -- Whether it may live on several devices (backup eligible).
    synced boolean not null,
    -- Whether it was made with user verification, and so can be a passkey.
    passkey boolean not null,
    created_at bigint not null,
    last_used_at bigint not null,
    -- When its counter went back, which one authenticator alone never does; null for never.
    copy_suspected_at bigint
);
create index security_key_account on security_key (account_id);
