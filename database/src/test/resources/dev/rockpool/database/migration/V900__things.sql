-- The table that the tests of this module work on.
create table if not exists thing (
    id int primary key,
    at timestamp(3) with time zone,
    study_day date
);
