package dev.rockpool.app.statistics;

import dev.rockpool.study.Mastery;
import dev.rockpool.study.statistics.Memories;
import java.util.List;

/// What takes a look at every card.
///
/// @param memories of all cards
/// @param questions the documented questions, in their order
record Depth(Memories memories, List<Known> questions) {
    Depth {
        questions = List.copyOf(questions);
    }

    /// How well the cards of one documented question are known.
    record Known(String questionId, int number, String title, Mastery mastery) {}
}
