-- Every answer to a generated question; append-only. Template and seed give the question back.
create table if not exists quiz_attempt (
    id bigint generated always as identity primary key,
    template varchar(64) not null,
    seed bigint not null,
    answer varchar(200) not null,
    correct boolean not null,
    misconception varchar(64),
    answered_at timestamp(9) with time zone not null
);
