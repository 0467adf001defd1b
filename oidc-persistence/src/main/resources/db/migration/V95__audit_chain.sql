-- What makes the audit trail a chain that nobody can change unseen who has no master key.
-- The proof is made with the record; place and seal are added seconds later, and then nothing of the row changes any more.
alter table audit_record add column proof varchar(43);
alter table audit_record add column seal_position bigint;
alter table audit_record add column seal varchar(43);
create unique index audit_record_position on audit_record (seal_position);
create index audit_record_event on audit_record (event, happened_at);

-- Where the chain ends and where it begins, in one row with a mark of its own. Before the first sealing the mark is empty.
create table audit_chain (
    name varchar(10) primary key,
    -- The last place that was given, and the seal there.
    last_position bigint not null,
    last_seal varchar(43) not null,
    -- The last place whose record was deleted because its time was over, and the seal that was there.
    pruned_position bigint not null,
    pruned_seal varchar(43) not null,
    mark varchar(43) not null
);
insert into audit_chain (name, last_position, last_seal, pruned_position, pruned_seal, mark)
values ('trail', 0, '', 0, '', '');
