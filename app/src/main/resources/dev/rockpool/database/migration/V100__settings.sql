-- What the user has chosen in the settings, by name. A setting that stands at its default may be absent.
create table if not exists setting (
    name varchar(100) primary key,
    "VALUE" varchar(4000) not null
);
