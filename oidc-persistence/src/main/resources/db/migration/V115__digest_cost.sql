-- What imported password digests cost to compare with: a wrong password costs all of it, whoever it is tried for.
create table digest_cost (
    -- A digest up to its salt.
    prefix varchar(512) primary key,
    -- The same with a blank salt and a blank hash: nobody's.
    decoy varchar(512) not null
);
