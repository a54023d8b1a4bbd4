package dev.rockpool.study;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Rating;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Studies the cards of the decks over one database. Safe for use by several threads; calls run one at a time.
public final class Study {
    public Study(Database database, InstantSource clock, ZoneId zone, StudyOptions options, Seed seed) {}

    /// Takes over which cards there are. Cards that are not among them keep their progress and leave the queue.
    public Learned learnAbout(Collection<StudyCard> cards) {
        return pending();
    }

    public Counts counts() {
        return pending();
    }

    /// The next card to show; empty when nothing is left for now.
    public Optional<Turn> next() {
        return pending();
    }

    /// A turn of a certain card, whether or not it is due; empty for an unknown card.
    public Optional<Turn> turn(String cardId) {
        return pending();
    }

    /// Grades a turn. On disk when it returns; grading the same turn again changes nothing.
    public Graded grade(Turn turn, Rating rating, Duration thinking) {
        return pending();
    }

    /// The act that [#undo] would take back; only acts of the present study day.
    public Optional<Undone> undoable() {
        return pending();
    }

    /// Takes back the newest act of the present study day that is not taken back yet.
    public Optional<Undone> undo() {
        return pending();
    }

    public void bury(String cardId) {
        pending();
    }

    public void unbury(String cardId) {
        pending();
    }

    public void suspend(String cardId) {
        pending();
    }

    public void unsuspend(String cardId) {
        pending();
    }

    public void flag(String cardId, Flag flag) {
        pending();
    }

    public void clearLeech(String cardId) {
        pending();
    }

    public void reset(String cardId) {
        pending();
    }

    public Mastery mastery(Collection<String> cardIds) {
        return pending();
    }

    public <K> Map<K, Mastery> masteryBy(Map<K, ? extends Collection<String>> cardIds) {
        return pending();
    }

    /// What has been achieved since an instant.
    public SessionSummary session(Instant since) {
        return pending();
    }

    public Forecast forecast(int days) {
        return pending();
    }

    /// Where single cards stand, for lists; unknown ids are left out.
    public List<CardStanding> standings(Collection<String> cardIds) {
        return pending();
    }

    /// Computes all card states anew from the review log.
    public void rebuild() {
        pending();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T pending() {
        throw new UnsupportedOperationException("lands with the next commits");
    }
}
