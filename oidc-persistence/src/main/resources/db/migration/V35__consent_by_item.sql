-- A decision is a yes or a no, made somewhere, about what the person saw there (its fingerprint). One without an end counts
-- until it is changed. What was remembered before has no fingerprint and is asked again.
alter table consent add column granted boolean default true not null;
alter table consent add column source varchar(20) default 'consent-page' not null;
alter table consent add column fingerprint varchar(43) default '' not null;
alter table consent alter column expires_at drop not null;

-- What was asked for and not allowed, an item a line.
alter table oauth_grant add column denied varchar(70000) default '' not null;

-- What was allowed within the interaction, an item a line.
alter table interaction add column consented_items varchar(70000) default '' not null;

-- Decisions are audited item by item.
alter table audit_record alter column reason set data type varchar(2000);
