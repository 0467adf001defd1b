-- Whom the client means that sent the person to sign out, in its own words.
alter table sign_out add column logout_hint varchar(256);
