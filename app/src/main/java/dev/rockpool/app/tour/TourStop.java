package dev.rockpool.app.tour;

import java.util.Set;

/// One thing that the tour shows. A screen has one or more.
public interface TourStop {
    /// The first part of the picture's name: `study-answer`.
    String name();

    /// The states it has. Most have all.
    Set<TourState> states();

    /// Brings it to the front of a window that has just been opened over that state's data, on the foreground. All work
    /// that this starts is done when it returns: the tour runs tasks at once.
    void arrange(TourState state, TourStage stage);

    /// Whether arranging it changes the data, by grading a card, say. It then gets data of its own for each picture, so
    /// that no picture depends on those painted before.
    default boolean changesData() {
        return false;
    }
}
