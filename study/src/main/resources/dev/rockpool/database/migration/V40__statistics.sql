-- Sums that statistics and planning read instead of the log. They follow from it, as the other tables do.

-- of the reviews of a day, those of cards whose interval was 21 days or longer
alter table study_day add column if not exists mature_reviews int default 0 not null;
alter table study_day add column if not exists mature_lapses int default 0 not null;

-- What the memory model predicted and what came, over the answers a day or more after the one before, by month (its
-- first day) and by the predicted recall in steps of 2.5 %. Sums are whole numbers, so that an undo takes out exactly
-- what a grade put in.
create table if not exists recall_bin (
    month_start date not null,
    bin tinyint not null,
    reviews int not null,
    recalled int not null,
    predicted_millionths bigint not null,
    log_loss_millionths bigint not null,
    constraint recall_bin_once primary key (month_start, bin)
);

-- How often each rating was given in each state, and how long the answers took.
create table if not exists answer_time (
    state_before varchar(10) not null,
    rating tinyint not null,
    answers int not null,
    thinking_ms bigint not null,
    constraint answer_time_once primary key (state_before, rating)
);

-- The next opening finds states of no model and computes everything anew from the log.
update study_origin set origin = '' where name = 'model';
