package dev.rockpool.simulators;

import java.util.List;

/// A named scenario whose outcome is known before it runs.
///
/// @param id unique in its lab: `hot-key`
/// @param title for people
/// @param summary what is seen, one or two sentences, without the outcome
/// @param scenario what runs
/// @param reference where the expected number comes from
/// @param expected the number
/// @param prediction what the learner is asked before it runs
/// @param cards the ids of cards, quiz items and claims whose fact it shows
public record Preset<S>(
        String id,
        String title,
        String summary,
        S scenario,
        Reference reference,
        Expected expected,
        Prediction prediction,
        List<String> cards) {
    public Preset {
        cards = List.copyOf(cards);
    }
}
