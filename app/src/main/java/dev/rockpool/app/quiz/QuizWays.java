package dev.rockpool.app.quiz;

import dev.rockpool.app.claim.Proof;
import dev.rockpool.quiz.LabScenario;
import java.util.Optional;

/// Where the quiz screen leads to.
interface QuizWays {
    /// Opens a scenario in its lab.
    void show(LabScenario scenario);

    /// Leads to the activities.
    void activities();

    /// The card or claim of that id, if the decks have it.
    Optional<Proof> proof(String id);

    /// Opens what a question rests on.
    void open(Proof proof);
}
