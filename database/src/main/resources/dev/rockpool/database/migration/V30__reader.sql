-- Who asks questions of the file: a user who may select from every table there is or will be, and nothing else.
create user if not exists reader password 'reader';
grant select on schema public to reader;
