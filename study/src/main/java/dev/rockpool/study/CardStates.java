package dev.rockpool.study;

import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.planning.PlannedCard;
import dev.rockpool.study.schedule.CardState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/// The table `card_state` within one transaction.
///
/// Every question that studying asks is one range of one index: the first new card by position, the first step by
/// instant, the first review by due day and then in an order shuffled by a seed.
final class CardStates {
    private static final int BATCH = 1_000;

    /// Up to so many cards are looked up one by one; for more the table is read once.
    private static final int MANY = 2_000;

    private static final String VISIBLE = " and (buried_on is null or buried_on < :today)";

    private static final String UPDATE = """
        update card_state set state = :state, steps_left = :steps, delay_seconds = :delay, \
        interval_days = :interval, lapses = :lapses, lapse_leech = :lapseLeech, stability = :stability, \
        difficulty = :difficulty, model = :model, model_version = :modelVersion, last_day = :lastDay, \
        due_at = :dueAt, due_day = :dueDay, gradings = :gradings, reps = :reps, suspended = :suspended, \
        buried_on = :buriedOn, flag = :flag, leech = :leech, queue = :queue, shuffle = :shuffle \
        where card_id = :card\
        """;

    private static final String INSERT = """
        insert into card_state (card_id, note_id, deck, topic, position, content_hash, known, queue) \
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String MEMORIES = """
        select card_id, note_id, topic, known, suspended, buried_on, state, stability, difficulty, last_day, \
        interval_days, due_at, due_day from card_state where stability is not null\
        """;

    private final Handle handle;
    private final MemoryModel model;
    private final Seed seed;

    CardStates(Handle handle, MemoryModel model, Seed seed) {
        this.handle = handle;
        this.model = model;
        this.seed = seed;
    }

    /// Where a card waits to be shown; the numbers of the column `queue`.
    private enum Waiting {
        NOWHERE(0),
        NEW(1),
        STEPS(2),
        REVIEWS(3);

        private final int number;

        Waiting(int number) {
            this.number = number;
        }

        static Waiting of(boolean known, Standing standing) {
            if (!known || standing.suspended()) {
                return NOWHERE;
            }
            return switch (standing.state()) {
                case CardState.New() -> NEW;
                case CardState.Learning learning -> STEPS;
                case CardState.Relearning relearning -> STEPS;
                case CardState.Review review -> REVIEWS;
            };
        }
    }

    Optional<CardRow> find(String cardId) {
        return first(handle.createQuery("select * from card_state where card_id = :card")
                .bind("card", cardId));
    }

    /// The cards of these ids that there are.
    List<CardRow> find(Collection<String> cardIds) {
        if (cardIds.size() > MANY) {
            Map<String, CardRow> all = new HashMap<>();
            all().forEach(row -> all.put(row.id(), row));
            return cardIds.stream()
                    .flatMap(id -> Optional.ofNullable(all.get(id)).stream())
                    .toList();
        }
        return list(handle.createQuery("select * from card_state where card_id = any(:cards)")
                .bindArray("cards", String.class, cardIds.toArray()));
    }

    /// Tells the cards of these ids that were ever answered.
    void eachMemory(Collection<String> cardIds, long today, Consumer<StoredMemory> consumer) {
        if (cardIds.size() > MANY) {
            Set<String> wanted = new HashSet<>(cardIds);
            each(handle.createQuery(MEMORIES), today, card -> {
                if (wanted.contains(card.cardId())) {
                    consumer.accept(card);
                }
            });
            return;
        }
        each(
                handle.createQuery(MEMORIES + " and card_id = any(:cards)")
                        .bindArray("cards", String.class, cardIds.toArray()),
                today,
                consumer);
    }

    /// Tells every card that a deck holds and that was ever answered.
    void eachMemory(long today, Consumer<StoredMemory> consumer) {
        each(handle.createQuery(MEMORIES + " and known"), today, consumer);
    }

    private static void each(Query query, long today, Consumer<StoredMemory> consumer) {
        try (query) {
            query.map((row, _) -> memory(row, today)).forEach(consumer);
        }
    }

    private static StoredMemory memory(ResultSet row, long today) throws SQLException {
        OptionalLong buriedOn = Sql.day(row, "buried_on");
        return new StoredMemory(
                row.getString("card_id"),
                row.getString("note_id"),
                row.getString("topic"),
                row.getBoolean("known") && !row.getBoolean("suspended"),
                buriedOn.isPresent() && buriedOn.getAsLong() >= today,
                StateKind.ofText(row.getString("state")),
                new MemoryState(row.getDouble("stability"), row.getDouble("difficulty")),
                Sql.day(row, "last_day").orElseThrow(),
                row.getInt("interval_days"),
                Sql.instant(row, "due_at").orElseThrow(),
                Sql.day(row, "due_day").orElseThrow());
    }

    /// Study days on which the other cards of a note wait for review.
    Set<Long> siblingDays(CardRow card) {
        Set<Long> days = new HashSet<>();
        try (Query query = handle.createQuery(
                        "select due_day from card_state where note_id = :note and card_id <> :card and queue = 3")
                .bind("note", card.card().noteId())
                .bind("card", card.id())) {
            query.map((row, _) -> row.getObject(1, LocalDate.class).toEpochDay())
                    .forEach(days::add);
        }
        return days;
    }

    /// The new cards that can be met, in the order in which they are.
    List<PlannedCard> waitingNew() {
        try (Query query = handle.createQuery(
                "select card_id, note_id, topic from card_state where queue = 1 order by queue, position, card_id")) {
            return query.map((row, _) ->
                            new PlannedCard(row.getString(1), row.getString(2), row.getString(3), Optional.empty()))
                    .list();
        }
    }

    List<CardRow> all() {
        return list(handle.createQuery("select * from card_state"));
    }

    /// The step that is due first, if it is due by `latest`.
    Optional<CardRow> nextStep(Instant latest, long today) {
        return first(handle.createQuery("select * from card_state where queue = 2 and due_at <= :latest" + VISIBLE
                        + " order by queue, due_at limit 1")
                .bind("latest", Sql.time(latest))
                .bind("today", Sql.date(today)));
    }

    Optional<CardRow> nextReview(long today) {
        return first(handle.createQuery("select * from card_state where queue = 3 and due_day <= :today" + VISIBLE
                        + " order by queue, due_day, shuffle limit 1")
                .bind("today", Sql.date(today)));
    }

    Optional<CardRow> nextNew(long today) {
        return first(handle.createQuery("select * from card_state where queue = 1" + VISIBLE
                        + " order by queue, position, card_id limit 1")
                .bind("today", Sql.date(today)));
    }

    /// How many new cards there are, counted up to `most`.
    int newCards(long today, int most) {
        return count(handle.createQuery(
                        "select count(*) from (select 1 from card_state where queue = 1" + VISIBLE + " limit :most)")
                .bind("today", Sql.date(today))
                .bind("most", most));
    }

    /// How many reviews are due, counted up to `most`.
    int reviewsDue(long today, int most) {
        return count(handle.createQuery("select count(*) from (select 1 from card_state where queue = 3"
                        + " and due_day <= :today" + VISIBLE + " limit :most)")
                .bind("today", Sql.date(today))
                .bind("most", most));
    }

    /// How many reviews fall due on one study day.
    int reviewsOn(long studyDay) {
        return count(handle.createQuery("select count(*) from card_state where queue = 3 and due_day = :day")
                .bind("day", Sql.date(studyDay)));
    }

    /// How many steps are due after one instant and up to another.
    int stepsDue(Instant after, Instant until, long today) {
        return count(handle.createQuery("select count(*) from card_state where queue = 2 and due_at > :after"
                        + " and due_at <= :until" + VISIBLE)
                .bind("after", Sql.time(after))
                .bind("until", Sql.time(until))
                .bind("today", Sql.date(today)));
    }

    /// When the first step after an instant is due.
    Optional<Instant> nextStepAfter(Instant after, long today) {
        try (Query query = handle.createQuery("select due_at from card_state where queue = 2 and due_at > :after"
                        + VISIBLE + " order by queue, due_at limit 1")
                .bind("after", Sql.time(after))
                .bind("today", Sql.date(today))) {
            return query.map((row, context) -> Sql.instant(row, "due_at").orElseThrow())
                    .findOne();
        }
    }

    /// How many reviews fall due on each study day up to one, the overdue ones on their own days.
    Map<Long, Integer> reviewsByDay(long last) {
        Map<Long, Integer> byDay = new HashMap<>();
        try (Query query = handle.createQuery("select due_day, count(*) from card_state where queue = 3"
                        + " and due_day <= :last group by due_day")
                .bind("last", Sql.date(last))) {
            query.map((row, context) ->
                            Map.entry(row.getObject(1, LocalDate.class).toEpochDay(), row.getInt(2)))
                    .forEach(entry -> byDay.put(entry.getKey(), entry.getValue()));
        }
        return byDay;
    }

    /// The other cards of a note that could be shown on a study day, in their steps or not.
    List<CardRow> siblings(CardRow card, long today) {
        return list(handle.createQuery("select * from card_state where note_id = :note and card_id <> :card"
                        + " and (queue = 1 or (queue = 3 and due_day <= :today))" + VISIBLE + " order by card_id")
                .bind("note", card.card().noteId())
                .bind("card", card.id())
                .bind("today", Sql.date(today)));
    }

    /// Writes where a card stands.
    void save(CardRow row) {
        try (var update = handle.createUpdate(UPDATE)) {
            bind(update, row).execute();
        }
    }

    void saveAll(List<CardRow> rows) {
        for (int start = 0; start < rows.size(); start += BATCH) {
            try (PreparedBatch batch = handle.prepareBatch(UPDATE)) {
                for (CardRow row : rows.subList(start, Math.min(rows.size(), start + BATCH))) {
                    bind(batch, row);
                    batch.add();
                }
                batch.execute();
            }
        }
    }

    /// Adds cards that nothing was done to yet.
    void addAll(List<CardRow> rows) {
        for (int start = 0; start < rows.size(); start += BATCH) {
            try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
                for (CardRow row : rows.subList(start, Math.min(rows.size(), start + BATCH))) {
                    StudyCard card = row.card();
                    batch.add(
                            card.id(),
                            card.noteId(),
                            card.deck(),
                            card.topic(),
                            card.position(),
                            card.contentHash(),
                            row.known(),
                            Waiting.of(row.known(), row.standing()).number);
                }
                batch.execute();
            }
        }
    }

    /// Takes over what the decks say of cards that are there.
    void updateCards(List<CardRow> rows) {
        for (int start = 0; start < rows.size(); start += BATCH) {
            try (PreparedBatch batch = handle.prepareBatch("update card_state set note_id = ?, deck = ?, topic = ?,"
                    + " position = ?, content_hash = ?, known = ?, queue = ? where card_id = ?")) {
                for (CardRow row : rows.subList(start, Math.min(rows.size(), start + BATCH))) {
                    StudyCard card = row.card();
                    batch.add(
                            card.noteId(),
                            card.deck(),
                            card.topic(),
                            card.position(),
                            card.contentHash(),
                            row.known(),
                            Waiting.of(row.known(), row.standing()).number,
                            card.id());
                }
                batch.execute();
            }
        }
    }

    private <S extends SqlStatement<S>> S bind(S statement, CardRow row) {
        Standing standing = row.standing();
        Optional<Plan> plan = standing.plan();
        Optional<MemoryState> memory = standing.state().remembered();
        return statement
                .bind("card", row.id())
                .bind("state", StateKind.of(standing.state()).text())
                .bind("steps", plan.map(Plan::stepsLeft).orElse(null))
                .bind("delay", plan.map(given -> given.delay().toSeconds()).orElse(null))
                .bind("interval", plan.map(Plan::intervalDays).orElse(null))
                .bind("lapses", plan.map(Plan::lapses).orElse(0))
                .bind("lapseLeech", plan.map(Plan::leech).orElse(false))
                .bind("stability", memory.map(MemoryState::stability).orElse(null))
                .bind("difficulty", memory.map(MemoryState::difficulty).orElse(null))
                .bind("model", memory.map(state -> model.version().model()).orElse(null))
                .bind(
                        "modelVersion",
                        memory.map(state -> model.version().number()).orElse(null))
                .bind("lastDay", Sql.date(standing.lastDay()))
                .bind("dueAt", plan.map(given -> Sql.time(given.due())).orElse(null))
                .bind("dueDay", plan.map(given -> Sql.date(given.dueDay())).orElse(null))
                .bind("gradings", standing.gradings())
                .bind("reps", standing.reps())
                .bind("suspended", standing.suspended())
                .bind("buriedOn", Sql.date(standing.buriedOn()))
                .bind("flag", standing.flag().name())
                .bind("leech", standing.leech())
                .bind("queue", Waiting.of(row.known(), standing).number)
                .bind("shuffle", shuffle(row.id(), plan));
    }

    /// The place of a card among those due on the same day: random, and the same whenever it is computed.
    private int shuffle(String cardId, Optional<Plan> plan) {
        return plan.isEmpty()
                ? 0
                : seed.derive("queue/" + cardId + "/" + plan.get().dueDay()).nextInt();
    }

    private static int count(Query query) {
        try (query) {
            return query.mapTo(Integer.class).one();
        }
    }

    private static Optional<CardRow> first(Query query) {
        try (query) {
            return query.map((row, context) -> read(row)).findFirst();
        }
    }

    private static List<CardRow> list(Query query) {
        try (query) {
            return query.map((row, context) -> read(row)).list();
        }
    }

    private static CardRow read(ResultSet row) throws SQLException {
        StudyCard card = new StudyCard(
                row.getString("card_id"),
                row.getString("note_id"),
                row.getString("deck"),
                row.getString("topic"),
                row.getInt("position"),
                row.getString("content_hash"));
        return new CardRow(card, row.getBoolean("known"), standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        StateKind kind = StateKind.ofText(row.getString("state"));
        Optional<Plan> plan =
                kind == StateKind.NEW ? Optional.empty() : Optional.of(Sql.plan(row, kind, "lapse_leech"));
        CardState state = plan.isEmpty()
                ? new CardState.New()
                : plan.get().state(new MemoryState(row.getDouble("stability"), row.getDouble("difficulty")));
        return new Standing(
                state,
                plan,
                Sql.day(row, "last_day"),
                row.getInt("gradings"),
                row.getInt("reps"),
                row.getBoolean("suspended"),
                Sql.day(row, "buried_on"),
                Flag.valueOf(row.getString("flag")),
                row.getBoolean("leech"));
    }
}
