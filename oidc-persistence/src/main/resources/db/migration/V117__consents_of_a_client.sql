-- What everybody decided for a client is forgotten when it is deleted.
create index consent_client on consent (client_id);
