-- Study. The review log is the truth and only ever grows; the other tables follow from it and from the decks.

-- Every act of a learner, in order. An act on several cards (a grade that buries siblings) has one row a card under
-- one operation. An undo is a row too: it voids the rows of the operation it names.
create table if not exists review_log (
    seq bigint generated always as identity primary key,
    operation varchar(600) not null,
    act varchar(12) not null,
    card_id varchar(500) not null,
    at timestamp(3) with time zone not null,
    study_day date not null,
    -- of a grade: the answer, and the state that the scheduler gave the card for it
    rating tinyint check (rating between 1 and 4),
    thinking_ms int,
    state_before varchar(10),
    state varchar(10),
    steps_left smallint,
    delay_seconds bigint,
    interval_days int,
    lapses int,
    leech boolean,
    due_at timestamp(3) with time zone,
    due_day date,
    -- of a flag
    flag varchar(10),
    -- of an undo
    undoes varchar(600),
    constraint review_log_once unique (operation, card_id)
);
create index if not exists review_log_card on review_log (card_id, seq);
create index if not exists review_log_day on review_log (study_day, seq);
create index if not exists review_log_undoes on review_log (undoes);

-- One row a card: what the decks say of it, and where it stands.
create table if not exists card_state (
    card_id varchar(500) primary key,
    -- from the decks
    note_id varchar(500) not null,
    deck varchar(500) not null,
    topic varchar(500) not null,
    position int not null,
    content_hash varchar(200) not null,
    known boolean not null,
    -- from the review log
    state varchar(10) default 'new' not null,
    steps_left smallint,
    delay_seconds bigint,
    interval_days int,
    lapses int default 0 not null,
    lapse_leech boolean default false not null,
    stability double precision,
    difficulty double precision,
    model varchar(40),
    model_version int,
    last_day date,
    due_at timestamp(3) with time zone,
    due_day date,
    gradings int default 0 not null,
    reps int default 0 not null,
    suspended boolean default false not null,
    buried_on date,
    flag varchar(10) default 'NONE' not null,
    leech boolean default false not null,
    -- where the card waits: 0 nowhere, 1 new cards, 2 steps, 3 reviews
    queue tinyint default 0 not null,
    shuffle int default 0 not null
);
-- Each ends with what hides a card, so that counting reads the index alone.
create index if not exists card_state_new on card_state (queue, position, card_id, buried_on);
create index if not exists card_state_steps on card_state (queue, due_at, buried_on);
create index if not exists card_state_reviews on card_state (queue, due_day, shuffle, buried_on);
create index if not exists card_state_note on card_state (note_id);

-- One row a study day with an answer.
create table if not exists study_day (
    study_day date primary key,
    answers int not null,
    recalled int not null,
    new_cards int not null,
    reviews int not null,
    lapses int not null,
    thinking_ms bigint not null
);

-- What the other tables were made from: the memory model and its weights, a digest of the decks' cards.
create table if not exists study_origin (
    name varchar(20) primary key,
    origin varchar(1000) not null
);

-- Answers that count, for queries by people.
create or replace view reviews as
select seq, card_id, at, study_day, rating, thinking_ms, state_before, state, interval_days, due_at, due_day
from review_log grade
where act = 'GRADE'
  and not exists (select 1 from review_log undo where undo.undoes = grade.operation);
