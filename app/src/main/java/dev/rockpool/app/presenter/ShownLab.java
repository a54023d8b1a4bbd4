package dev.rockpool.app.presenter;

import dev.rockpool.content.LessonScene;
import dev.rockpool.simulators.Prediction;
import java.util.Optional;
import java.util.OptionalInt;

/// The labs of a lesson, as its steps move them.
interface ShownLab {
    /// Opens a scene at its start, paused.
    void open(LessonScene scene);

    /// Plays.
    ///
    /// @param until the second at which it stops; empty for the end
    void run(OptionalInt until);

    /// Goes to the end of the run.
    void finish();

    /// Nothing is in sight any more; what runs is paused.
    void close();

    /// What the preset of a scene asks; empty if it asks nothing.
    Optional<Prediction> prediction(LessonScene scene);
}
