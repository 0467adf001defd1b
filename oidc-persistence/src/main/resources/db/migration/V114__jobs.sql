-- Long work that goes on by itself, on one node at a time; a node that dies leaves it to another when its lease is over.
create table job (
    id varchar(36) primary key,
    kind varchar(40) not null,
    -- What it is about, where that is one thing; empty where it is not.
    subject varchar(400) not null,
    state varchar(20) not null,
    actor varchar(200) not null,
    account_id varchar(36),
    request_id varchar(100) not null,
    ip varchar(100) not null,
    -- Where the next step goes on; empty at the beginning.
    position varchar(400) not null,
    done_count integer not null,
    total_count integer not null,
    -- What came of it up to now.
    tally varchar(500) not null,
    -- How often in succession a step went wrong.
    failures integer not null,
    cancel_wanted boolean not null,
    -- The turn of a node that does it; null between turns.
    owner varchar(36),
    leased_until bigint,
    ordered_at bigint not null,
    started_at bigint,
    ended_at bigint
);
create index job_state on job (state, ordered_at);
create index job_ordered on job (ordered_at);

-- What a job works on, in parts, sealed: digests of passwords may be among it. Gone when the job has ended.
create table job_part (
    id varchar(60) primary key,
    job_id varchar(36) not null references job (id) on delete cascade,
    sealed varchar(1000000) not null
);
create index job_part_job on job_part (job_id);

-- What went wrong in a job, a line each.
create table job_error (
    id varchar(36) primary key,
    job_id varchar(36) not null references job (id) on delete cascade,
    -- The order of the lines of one step.
    number integer not null,
    entry varchar(300),
    reason varchar(500) not null,
    happened_at bigint not null
);
create index job_error_job on job_error (job_id, happened_at, number);
