-- Why requests were refused, for the operator who is told a request's id. Written in batches after the answer went out.
create table refusal (
    request_id varchar(64) primary key,
    happened_at bigint not null,
    client_id varchar(100),
    error varchar(60) not null,
    rule varchar(60) not null,
    section varchar(200) not null,
    description varchar(1000) not null,
    parameter varchar(60),
    got varchar(100),
    expected varchar(200)
);
create index refusal_time on refusal (happened_at);
