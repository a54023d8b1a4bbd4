-- Mock exams: their questions, and every act in them. An exam without finished_at is open.
create table if not exists exam (
    id bigint generated always as identity primary key,
    started_at timestamp(9) with time zone not null,
    deadline timestamp(9) with time zone not null,
    finished_at timestamp(9) with time zone,
    right_ones int
);
create table if not exists exam_place (
    exam bigint not null references exam (id) on delete cascade,
    place int not null,
    item varchar(64) not null,
    seed bigint not null,
    primary key (exam, place)
);
create table if not exists exam_act (
    id bigint generated always as identity primary key,
    exam bigint not null references exam (id) on delete cascade,
    place int not null,
    kind varchar(8) not null,
    line varchar(250) not null,
    at timestamp(9) with time zone not null
);
create index if not exists exam_act_exam on exam_act (exam);
