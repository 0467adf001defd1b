-- An event is searched for with its outcome, which it may never have.
create index audit_record_event_outcome on audit_record (event, outcome, happened_at desc, id desc);
