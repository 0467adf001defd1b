-- Auditors look for what one administrator or program did.
create index audit_record_actor on audit_record (actor, happened_at);
