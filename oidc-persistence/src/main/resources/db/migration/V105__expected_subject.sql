-- Subject identifiers that were promised to people who have no account here yet. The account of that name takes them over.
create table expected_subject (
    sub varchar(36) primary key,
    username_key varchar(200) not null,
    sector varchar(255) not null,
    created_at bigint not null,
    unique (username_key, sector)
);
