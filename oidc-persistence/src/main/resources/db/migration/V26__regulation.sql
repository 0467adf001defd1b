-- How often something was guessed within a time that ends at ends_at; names are HMACs, so that nobody learns whose they are.
create table guess_counter (
    name varchar(43) primary key,
    -- Guesses that were let in, and those of them that turned out wrong.
    tries integer not null,
    failures integer not null,
    ends_at bigint not null,
    -- The end of the last ban, until somebody is told that it is over; null for none.
    banned_until bigint
);
create index guess_counter_end on guess_counter (ends_at);
