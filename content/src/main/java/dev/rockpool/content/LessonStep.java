package dev.rockpool.content;

import java.util.List;
import java.util.Optional;

/// One step of a lesson.
///
/// @param line of its heading, from 1
/// @param title what the class reads first
/// @param text what the class reads besides, Markdown; may be empty
/// @param notes what the presenter says and asks, Markdown; may be empty
/// @param seconds how long it is planned to take
/// @param scene what of a lab is in sight, if anything is
/// @param act what is done
/// @param sources where its facts stand
public record LessonStep(
        int line,
        String title,
        String text,
        String notes,
        int seconds,
        Optional<LessonScene> scene,
        LessonAct act,
        List<Source> sources) {
    public LessonStep {
        sources = List.copyOf(sources);
    }
}
