-- A person may also be on the way to a page of ours, with no client that asks: then the path of that page stands here.
alter table interaction alter column client_id drop not null;
alter table interaction add column destination varchar(200);

-- What a person is told about where they are logged in.
alter table login_session add column ip varchar(45) default '' not null;
alter table login_session add column user_agent varchar(300) default '' not null;
