-- What an administrator registered a client with, a JSON object of options and their texts; null for configured clients.
alter table client add column options varchar(100000);
-- A deleted client keeps its row, so that its identifier is never given to another.
alter table client add column deleted_at bigint;
