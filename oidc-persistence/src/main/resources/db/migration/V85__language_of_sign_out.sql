-- The language of the pages that tell a person what came of it: the session that knew it has ended by then.
alter table sign_out add column language varchar(35);
