package dev.rockpool.quiz.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A mock exam that was begun.
///
/// @param id of its row
/// @param started when it began
/// @param deadline after this no response counts
/// @param places its questions in order
public record Exam(long id, Instant started, Instant deadline, List<Place> places) {
    public Exam {
        places = List.copyOf(places);
    }

    /// How much time is left; zero after the deadline.
    public Duration left(Instant now) {
        return now.isBefore(deadline) ? Duration.between(now, deadline) : Duration.ZERO;
    }
}
