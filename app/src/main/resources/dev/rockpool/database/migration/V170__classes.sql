-- What classes knew before and after a lesson: hands for its questions, append-only. Of the rows of a run, pair and
-- side the latest counts.
create table if not exists class_count (
    id bigint generated always as identity primary key,
    run timestamp(9) with time zone not null,
    lesson varchar(200) not null,
    seed bigint not null,
    questions int not null,
    pair int not null,
    side varchar(6) not null,
    right_hands int not null,
    hands int not null,
    counted_at timestamp(9) with time zone not null
);
