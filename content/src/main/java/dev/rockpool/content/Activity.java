package dev.rockpool.content;

import java.util.List;

/// Work that a teacher hands out: tasks in labs and questions, done alone and handed in as one file
/// (`docs/activity-format.md`).
///
/// @param id kebab-case, unique among the activities of a folder
/// @param title for people
/// @param about what is done, one or two sentences
/// @param minutes how long it may take
/// @param file where it stands, as findings name it
/// @param builtIn whether it came with Rockpool
/// @param items in the order in which they are worked at, at least one
/// @param text the whole file, lines separated by LF: what a handed-in file is held against
public record Activity(
        String id,
        String title,
        String about,
        int minutes,
        String file,
        boolean builtIn,
        List<QuizItem> items,
        String text) {
    /// The most characters of a file.
    public static final int LONGEST = 256 * 1024;

    /// The most tasks and questions.
    public static final int MOST_ITEMS = 50;

    /// The longest time, in minutes.
    public static final int MOST_MINUTES = 240;

    public Activity {
        items = List.copyOf(items);
    }
}
