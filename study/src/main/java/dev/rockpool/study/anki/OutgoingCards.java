package dev.rockpool.study.anki;

import dev.rockpool.content.Card;
import dev.rockpool.study.CardProgress;
import dev.rockpool.study.Flag;
import dev.rockpool.study.Plan;
import dev.rockpool.study.StateKind;
import dev.rockpool.study.StudyOptions;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.schedule.StudyCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rows of cards and reviews of a collection of schema 11, in Anki's own numbers.
final class OutgoingCards {
    private static final int STANDARD_EASE = 2_500;
    private static final int STEPS_OF_A_DAY = 86_400;

    private final StudyCalendar calendar;
    private final StudyOptions options;
    private final long today;
    private final long firstDay;
    private final long now;
    private final Set<Long> reviewIds = new HashSet<>();
    private final List<List<Object>> cards = new ArrayList<>();
    private final List<List<Object>> reviews = new ArrayList<>();

    /// @param progress of cards, by id; of those without, the card is new
    OutgoingCards(Map<String, CardProgress> progress, StudyCalendar calendar, StudyOptions options, Instant now) {
        this.calendar = calendar;
        this.options = options;
        this.today = calendar.dayOf(now);
        this.now = now.getEpochSecond();
        this.firstDay = progress.values().stream()
                .flatMap(card -> card.past().stream())
                .mapToLong(past -> past instanceof CardProgress.Answer answer
                        ? Math.min(calendar.dayOf(past.at()), answer.plan().dueDay())
                        : today)
                .min()
                .stream()
                .map(first -> Math.min(first, today))
                .findFirst()
                .orElse(today);
    }

    /// The study day that due days are counted from.
    LocalDate created() {
        return LocalDate.ofEpochDay(firstDay);
    }

    List<List<Object>> cards() {
        return cards;
    }

    List<List<Object>> reviews() {
        return reviews;
    }

    /// Adds a card with its reviews.
    ///
    /// @param position among all cards, from 1
    void add(long id, long noteId, long deckId, Card card, int position, Optional<CardProgress> progress) {
        List<CardProgress.Past> past = progress.map(CardProgress::past).orElse(List.of());
        Optional<CardProgress.Answer> last = lastAnswer(past);
        Optional<Plan> plan = last.map(CardProgress.Answer::plan);
        int type = plan.map(given -> type(given.kind())).orElse(0);
        long modified = past.isEmpty() ? now : past.getLast().at().getEpochSecond();
        boolean buried = progress.flatMap(
                        given -> given.buriedOn().stream().boxed().findFirst())
                .filter(day -> day >= today)
                .isPresent();
        int queue = progress.map(CardProgress::suspended).orElse(false)
                ? -1
                : buried ? -2 : plan.map(OutgoingCards::queue).orElse(0);
        long reps = past.stream().filter(CardProgress.Answer.class::isInstance).count();
        cards.add(List.of(
                id,
                noteId,
                deckId,
                OutgoingNote.ordinal(card),
                buried ? now : modified,
                -1,
                type,
                queue,
                plan.map(this::due).orElse((long) position),
                plan.map(given -> given.kind() == StateKind.LEARNING ? 0 : given.intervalDays())
                        .orElse(0),
                plan.isPresent() ? STANDARD_EASE : 0,
                reps,
                plan.map(Plan::lapses).orElse(0),
                plan.map(Plan::stepsLeft).orElse(0),
                0,
                0,
                flag(progress.map(CardProgress::flag).orElse(Flag.NONE)),
                data(position, progress.flatMap(CardProgress::memory), last)));
        addReviews(id, past);
    }

    private static Optional<CardProgress.Answer> lastAnswer(List<CardProgress.Past> past) {
        return past.isEmpty() || !(past.getLast() instanceof CardProgress.Answer answer)
                ? Optional.empty()
                : Optional.of(answer);
    }

    private static int type(StateKind kind) {
        return switch (kind) {
            case NEW -> 0;
            case LEARNING -> 1;
            case REVIEW -> 2;
            case RELEARNING -> 3;
        };
    }

    /// Steps of a day and more wait in a queue of their own, which counts in days.
    private static int queue(Plan plan) {
        return switch (plan.kind()) {
            case NEW -> 0;
            case LEARNING, RELEARNING -> plan.delay().toSeconds() < STEPS_OF_A_DAY ? 1 : 3;
            case REVIEW -> 2;
        };
    }

    private long due(Plan plan) {
        return queue(plan) == 1 ? plan.due().getEpochSecond() : plan.dueDay() - firstDay;
    }

    private static int flag(Flag flag) {
        return switch (flag) {
            case NONE -> 0;
            case RED -> 1;
            case ORANGE -> 2;
            case GREEN -> 3;
            case BLUE -> 4;
        };
    }

    /// What FSRS keeps of a card, to the places that Anki keeps.
    private String data(int position, Optional<MemoryState> memory, Optional<CardProgress.Answer> last) {
        StringBuilder data = new StringBuilder("{\"pos\":" + position);
        memory.ifPresent(state -> data.append(String.format(
                Locale.ROOT,
                ",\"s\":%.4f,\"d\":%.3f,\"dr\":%.2f,\"decay\":%.3f",
                state.stability(),
                state.difficulty(),
                options.scheduler().desiredRetention(),
                options.weights().get(20))));
        last.ifPresent(answer -> data.append(",\"lrt\":").append(answer.at().getEpochSecond()));
        return data.append('}').toString();
    }

    private void addReviews(long cardId, List<CardProgress.Past> history) {
        long before = 0;
        for (CardProgress.Past past : history) {
            long id = past.at().toEpochMilli();
            while (!reviewIds.add(id)) {
                id++;
            }
            switch (past) {
                case CardProgress.Answer answer -> {
                    long interval = interval(answer.plan());
                    reviews.add(List.of(
                            id,
                            cardId,
                            -1,
                            answer.rating().number(),
                            interval,
                            before,
                            interval > 0 ? STANDARD_EASE : 0,
                            answer.thinkingMillis(),
                            switch (answer.before()) {
                                case NEW, LEARNING -> AnkiReview.LEARN;
                                case REVIEW -> AnkiReview.REVIEW;
                                case RELEARNING -> AnkiReview.RELEARN;
                            }));
                    before = interval;
                }
                case CardProgress.Reset _ -> {
                    reviews.add(List.of(id, cardId, -1, 0, 0, before, 0, 0, AnkiReview.MANUAL));
                    before = 0;
                }
            }
        }
    }

    /// In days, or below zero in seconds.
    private static long interval(Plan plan) {
        return plan.kind() == StateKind.REVIEW
                ? plan.intervalDays()
                : -plan.delay().toSeconds();
    }

    /// The instant at which the first study day began.
    Instant createdAt() {
        return calendar.startOf(firstDay);
    }
}
