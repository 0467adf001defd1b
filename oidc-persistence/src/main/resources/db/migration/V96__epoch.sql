-- What was issued before this time counts for nothing, because the database was restored from a backup then.
insert into turn (name, next_at) values ('epoch', 0);
