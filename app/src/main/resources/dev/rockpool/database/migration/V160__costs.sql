-- Cost scenarios that were kept under a name, as the text of ScenarioJson.
create table if not exists cost_scenario (
    name varchar(128) not null primary key,
    text clob not null,
    saved_at timestamp(9) with time zone not null
);
