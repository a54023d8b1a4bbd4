-- What was predicted before a run, and what the run came to; append-only.
create table if not exists prediction (
    id bigint generated always as identity primary key,
    lab varchar(64) not null,
    preset varchar(128) not null,
    figure varchar(128) not null,
    guess double precision not null,
    outcome double precision not null,
    made_at timestamp(9) with time zone not null
);

create table if not exists challenge_passed (
    lab varchar(64) not null,
    challenge varchar(128) not null,
    passed_at timestamp(9) with time zone not null,
    primary key (lab, challenge)
);

-- Scenarios that were kept under a name, as the text of their file.
create table if not exists saved_scenario (
    lab varchar(64) not null,
    name varchar(128) not null,
    text clob not null,
    saved_at timestamp(9) with time zone not null,
    primary key (lab, name)
);
