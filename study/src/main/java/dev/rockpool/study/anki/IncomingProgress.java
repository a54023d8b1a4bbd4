package dev.rockpool.study.anki;

import dev.rockpool.study.CardProgress;
import dev.rockpool.study.Flag;
import dev.rockpool.study.Plan;
import dev.rockpool.study.StateKind;
import dev.rockpool.study.anki.AnkiCollection.AnkiCard;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.StudyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads how far a learner was with a card: the reviews as answers, the last of them with the schedule of the card.
///
/// Rules (rslib/src/revlog, rslib/src/scheduler/timing.rs): reviews without an answer only count where they make the
/// card new again; reviews in a filtered deck count unless their factor is 0, which is a preview.
final class IncomingProgress {
    private static final int NEW = 0;
    private static final int LEARNING = 1;
    private static final int REVIEW = 2;
    private static final int RELEARNING = 3;
    private static final int SUSPENDED = -1;
    private static final int STEPS = 1_000;
    private static final int FLAG_BITS = 7;
    private static final int LONGEST_INTERVAL = 36_500;

    /// Numbers above are instants, below days.
    private static final long FIRST_INSTANT = 100_000_000;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final StudyCalendar calendar;
    private final Optional<LocalDate> created;
    private final Instant now;
    private final Losses losses;

    IncomingProgress(StudyCalendar calendar, Optional<LocalDate> created, Instant now, Losses losses) {
        this.calendar = calendar;
        this.created = created;
        this.now = now;
        this.losses = losses;
    }

    /// @param leech whether its note is marked as one
    CardProgress of(String cardId, String noteId, AnkiCard card, List<AnkiReview> reviews, boolean leech) {
        List<CardProgress.Past> past = past(card, reviews);
        return new CardProgress(
                cardId, noteId, past, Optional.empty(), card.queue() == SUSPENDED, buried(card), flag(card), leech);
    }

    private OptionalLong buried(AnkiCard card) {
        return card.queue() < SUSPENDED
                ? OptionalLong.of(
                        calendar.dayOf(Instant.ofEpochSecond(Math.clamp(card.changedAt(), 0, now.getEpochSecond()))))
                : OptionalLong.empty();
    }

    private Flag flag(AnkiCard card) {
        return switch (card.flags() & FLAG_BITS) {
            case 0 -> Flag.NONE;
            case 1 -> Flag.RED;
            case 2 -> Flag.ORANGE;
            case 3 -> Flag.GREEN;
            case 4 -> Flag.BLUE;
            default -> {
                losses.add(Loss.FLAG);
                yield Flag.NONE;
            }
        };
    }

    private List<CardProgress.Past> past(AnkiCard card, List<AnkiReview> reviews) {
        List<CardProgress.Past> past = new ArrayList<>();
        boolean fresh = true;
        int lapses = 0;
        for (AnkiReview review : reviews) {
            Instant at = Instant.ofEpochMilli(review.id());
            if (review.type() == AnkiReview.MANUAL && review.ease() == 0 && review.interval() == 0) {
                if (!fresh) {
                    past.add(new CardProgress.Reset(at));
                    fresh = true;
                    lapses = 0;
                }
                continue;
            }
            if (review.type() >= AnkiReview.MANUAL) {
                continue; // rescheduled by hand or by an option: the card says to when
            }
            if (review.type() == AnkiReview.FILTERED && review.factor() == 0) {
                losses.add(Loss.PREVIEW);
                continue;
            }
            if (review.ease() < 1 || review.ease() > 4 || at.isBefore(EARLIEST) || at.isAfter(now)) {
                losses.add(Loss.NO_ANSWER_GIVEN);
                continue;
            }
            Rating rating = Rating.of(review.ease());
            StateKind before = before(review, fresh);
            if (before == StateKind.REVIEW && !rating.recalled()) {
                lapses++;
            }
            past.add(new CardProgress.Answer(
                    at, rating, Math.max(0, review.millis()), before, plan(review, before, at, lapses)));
            fresh = false;
        }
        return scheduled(card, past, fresh, lapses);
    }

    private static StateKind before(AnkiReview review, boolean fresh) {
        if (fresh) {
            return StateKind.NEW;
        }
        return switch (review.type()) {
            case AnkiReview.LEARN -> StateKind.LEARNING;
            case AnkiReview.RELEARN -> StateKind.RELEARNING;
            default -> StateKind.REVIEW;
        };
    }

    /// What the log says that the card was given.
    private Plan plan(AnkiReview review, StateKind before, Instant at, int lapses) {
        if (review.interval() > 0) {
            int days = (int) Math.min(review.interval(), LONGEST_INTERVAL);
            long day = calendar.dayOf(at) + days;
            return new Plan(StateKind.REVIEW, 0, Duration.ZERO, days, lapses, false, calendar.startOf(day), day);
        }
        Duration delay = Duration.ofSeconds(
                Math.min(-review.interval(), Duration.ofDays(LONGEST_INTERVAL).toSeconds()));
        boolean learning = before == StateKind.NEW || before == StateKind.LEARNING;
        Instant due = at.plus(delay);
        return new Plan(
                learning ? StateKind.LEARNING : StateKind.RELEARNING,
                1,
                delay,
                learning ? 0 : 1,
                learning ? 0 : lapses,
                false,
                due,
                calendar.dayOf(due));
    }

    /// The last answer has the plan that the card has now: it may have been moved since.
    private List<CardProgress.Past> scheduled(AnkiCard card, List<CardProgress.Past> past, boolean fresh, int lapses) {
        if (card.type() == NEW) {
            if (!fresh) {
                past.add(new CardProgress.Reset(past.getLast().at().plusMillis(1)));
            }
            return past;
        }
        if (fresh || !(past.getLast() instanceof CardProgress.Answer last)) {
            losses.add(Loss.NO_HISTORY);
            return past;
        }
        past.set(
                past.size() - 1,
                new CardProgress.Answer(
                        last.at(), last.rating(), last.thinkingMillis(), last.before(), plan(card, last, lapses)));
        return past;
    }

    private Plan plan(AnkiCard card, CardProgress.Answer last, int lapses) {
        int counted = Math.max(Math.max(0, card.lapses()), lapses);
        return switch (card.type()) {
            case LEARNING -> step(StateKind.LEARNING, card, last, 0, 0);
            case RELEARNING -> step(StateKind.RELEARNING, card, last, interval(card), counted);
            case REVIEW -> {
                long day = card.due() > FIRST_INSTANT || created.isEmpty()
                        ? last.plan().dueDay()
                        : created.get().toEpochDay() + Math.clamp(card.due(), -LONGEST_INTERVAL, 2L * LONGEST_INTERVAL);
                yield new Plan(
                        StateKind.REVIEW, 0, Duration.ZERO, interval(card), counted, false, calendar.startOf(day), day);
            }
            default -> last.plan();
        };
    }

    private static int interval(AnkiCard card) {
        return Math.clamp(card.interval(), 1, LONGEST_INTERVAL);
    }

    /// Anki keeps seconds of when a step is due, and days of one that is due on another day.
    private Plan step(StateKind kind, AnkiCard card, CardProgress.Answer last, int interval, int lapses) {
        Duration delay = last.plan().kind() == StateKind.REVIEW
                ? Duration.ZERO
                : last.plan().delay();
        Instant due;
        if (card.due() > FIRST_INSTANT) {
            Instant given = Instant.ofEpochSecond(Math.min(card.due(), now.getEpochSecond() + FIRST_INSTANT));
            Instant computed = last.at().plus(delay);
            due = Duration.between(given, computed).abs().compareTo(Duration.ofSeconds(1)) <= 0 ? computed : given;
        } else {
            long day = created.map(LocalDate::toEpochDay).orElse(calendar.dayOf(now))
                    + Math.clamp(card.due(), -LONGEST_INTERVAL, 2L * LONGEST_INTERVAL);
            due = calendar.startOf(day);
        }
        if (delay.isZero() && due.isAfter(last.at())) {
            delay = Duration.between(last.at(), due);
        }
        return new Plan(
                kind,
                Math.max(1, Math.floorMod(card.left(), STEPS)),
                delay,
                interval,
                lapses,
                false,
                due,
                calendar.dayOf(due));
    }
}
