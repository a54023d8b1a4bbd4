-- Ready-made questions of the Query screen. A line `--: id` begins one; its title is query.ready.ID in query.properties.

--: forgotten
select card_id, count(*) as lapses
from reviews
where rating = 1 and state_before = 'review'
group by card_id
order by lapses desc, card_id
limit 20

--: recall-by-topic
select c.topic, round(avg(case when r.rating > 1 then 100e0 else 0 end), 1) as recalled_percent, count(*) as answers
from reviews r join card_state c on c.card_id = r.card_id
where r.state_before = 'review'
group by c.topic
order by recalled_percent

--: recall-by-hour
select hour(at) as hour_utc, round(avg(case when rating > 1 then 100e0 else 0 end), 1) as recalled_percent,
       count(*) as answers
from reviews
group by hour(at)
order by hour_utc

--: answers-by-day
select study_day, answers, round(thinking_ms / 60000e0, 1) as minutes
from study_day
order by study_day

--: slow
select card_id, round(avg(thinking_ms) / 1000e0, 1) as seconds, count(*) as answers
from reviews
group by card_id
having count(*) > 1
order by seconds desc
limit 20

--: due
select due_day, count(*) as cards
from card_state
where known and not suspended and state = 'review'
group by due_day
order by due_day

--: stability
select case when stability < 7 then '1 below a week' when stability < 30 then '2 a week to a month'
            when stability < 90 then '3 one to three months' when stability < 365 then '4 three months to a year'
            else '5 more than a year' end as lasts,
       count(*) as cards
from card_state
where known and stability is not null
group by lasts
order by lasts

--: quiz
select template, count(*) as answers, round(avg(case when correct then 100e0 else 0 end), 1) as right_percent
from quiz_attempt
group by template
order by right_percent

--: misconceptions
select misconception, count(*) as times
from quiz_attempt
where misconception is not null
group by misconception
order by times desc

--: predictions
select lab, preset, figure, guess, outcome, made_at
from prediction
order by made_at desc

--: tables
select table_name, table_type, (select count(*) from information_schema.columns c
                                where c.table_name = t.table_name and c.table_schema = 'PUBLIC') as columns
from information_schema.tables t
where table_schema = 'PUBLIC'
order by table_name
