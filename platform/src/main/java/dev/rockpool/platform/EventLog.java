package dev.rockpool.platform;

import dev.rockpool.keys.KeyEvent;
import dev.rockpool.objectstore.StoreEvent;
import dev.rockpool.streamengine.StreamEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SequencedMap;

/// The latest things that happened on a platform, numbered; older ones are forgotten. Safe for several threads.
public final class EventLog {
    /// How many are remembered.
    public static final int REMEMBERED = 100_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long next = 1;

    /// One thing that happened.
    ///
    /// @param number rising by one; the first is 1
    /// @param at when, on the platform's clock
    /// @param event a [StoreEvent], a [KeyEvent] or a [StreamEvent]
    public record Entry(long number, Instant at, Record event) {
        /// What kind of event it is, such as `VersionStored`.
        public String name() {
            return event.getClass().getSimpleName();
        }

        /// Its fields, without its time, each a number, a truth value or a text; those without a value left
        /// out.
        public SequencedMap<String, Object> fields() {
            return EventSentence.fields(event);
        }

        /// It as a sentence for a person.
        public String sentence() {
            return EventSentence.of(event);
        }
    }

    void happened(StoreEvent event) {
        add(event.at(), (Record) event);
    }

    void happened(KeyEvent event) {
        add(event.at(), (Record) event);
    }

    void happened(StreamEvent event) {
        add(event.at(), (Record) event);
    }

    private synchronized void add(Instant at, Record event) {
        if (entries.size() == REMEMBERED) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(next++, at, event));
    }

    /// What happened to one object, oldest first.
    public synchronized List<Entry> ofObject(String bucket, String key) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof StoreEvent event
                        && event.bucket().equals(bucket)
                        && key.equals(EventSentence.fields(entry.event()).get("key")))
                .toList();
    }

    /// The number of the latest entry; 0 before the first.
    public synchronized long latest() {
        return next - 1;
    }

    /// Whether all that happened since the platform was opened is remembered.
    public synchronized boolean isWhole() {
        return entries.isEmpty() || entries.getFirst().number() == 1;
    }

    /// What happened after the entry with that number, at most `most`, oldest first.
    public synchronized List<Entry> since(long number, int most) {
        long first = entries.isEmpty() ? next : entries.getFirst().number();
        long skipped = Math.max(0, number - first + 1);
        return entries.stream().skip(skipped).limit(most).toList();
    }
}
