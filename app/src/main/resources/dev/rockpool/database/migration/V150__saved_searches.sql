-- Searches for cards that were kept under a name.
create table if not exists saved_search (
    name varchar(128) primary key,
    search varchar(1000) not null,
    saved_at timestamp(9) with time zone not null
);
