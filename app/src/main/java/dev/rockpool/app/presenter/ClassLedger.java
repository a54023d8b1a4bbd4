package dev.rockpool.app.presenter;

import dev.rockpool.content.Lesson;
import dev.rockpool.content.LessonAct;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hands of one class, as far as they went into the book.
final class ClassLedger {
    private final Lesson lesson;
    private final long seed;
    private final ClassBook book;
    private final InstantSource clock;
    private final Map<Place, Hands> kept = new HashMap<>();
    private Optional<Instant> begun = Optional.empty();

    /// A question of the lesson.
    record Place(int pair, LessonAct.When side) {}

    /// What was counted for it.
    record Hands(int right, int all) {}

    /// @param seed what the questions of the class follow from
    ClassLedger(Lesson lesson, long seed, ClassBook book, InstantSource clock) {
        this.lesson = lesson;
        this.seed = seed;
        this.book = book;
        this.clock = clock;
    }

    /// When the class was first counted; empty before.
    Optional<Instant> begun() {
        return begun;
    }

    /// Keeps what differs from what was kept before; no hands are a count only where there were some.
    void keep(Map<Place, Hands> counted) {
        Instant now = clock.instant();
        List<ClassCount> changed = new ArrayList<>();
        counted.forEach((place, hands) -> {
            Hands before = kept.getOrDefault(place, new Hands(0, 0));
            if (!hands.equals(before)) {
                changed.add(new ClassCount(
                        begun.orElse(now),
                        lesson.id(),
                        seed,
                        lesson.questions(),
                        place.pair(),
                        place.side(),
                        hands.right(),
                        hands.all(),
                        now));
            }
        });
        if (!changed.isEmpty()) {
            begun = begun.or(() -> Optional.of(now));
            kept.putAll(counted);
            book.keep(changed);
        }
    }
}
