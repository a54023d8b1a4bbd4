package dev.rockpool.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What happens to a whole bucket, in time order, if nobody writes to it. Jumps from one due midnight to the next.
public final class Timeline {
    private final Lifecycle lifecycle;

    public Timeline(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /// Everything from the creation of the objects up to and including `until`.
    ///
    /// @param keys in the order in which events of one midnight are told
    /// @return by midnight, then by key, then by version from the oldest; uploads last
    public List<LifecycleEvent> events(List<KeyLifecycle> keys, List<Upload> uploads, Instant until) {
        long last = Midnight.notAfter(until);
        List<LifecycleEvent> events = new ArrayList<>();
        for (KeyLifecycle key : keys) {
            collect(key, last, events);
        }
        for (Upload upload : uploads) {
            lifecycle
                    .abort(upload)
                    .filter(end -> end.day() <= last)
                    .ifPresent(end -> events.add(new LifecycleEvent(
                            end.day(),
                            upload.key(),
                            upload.id(),
                            LifecycleAction.ABORT_UPLOAD,
                            Optional.empty(),
                            Optional.empty(),
                            end.rule(),
                            Optional.empty(),
                            List.of())));
        }
        events.sort(Comparator.comparingLong(LifecycleEvent::day));
        return events;
    }

    private static void collect(KeyLifecycle key, long last, List<LifecycleEvent> events) {
        if (key.versions().isEmpty()) {
            return;
        }
        Optional<Due> due = key.next(key.firstDay());
        while (due.isPresent() && due.get().day() <= last) {
            events.addAll(due.get().events());
            KeyLifecycle then = due.get().then();
            due = then.next(due.get().day());
        }
    }
}
