-- A decision is about a scope, a resource server (aud:…) or a single claim (claim:…); names of servers are long.
alter table consent alter column scope set data type varchar(2100);
