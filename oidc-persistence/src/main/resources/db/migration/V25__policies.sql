-- The grants of a client are looked through when its policy changes.
create index oauth_grant_client on oauth_grant (client_id, id);
