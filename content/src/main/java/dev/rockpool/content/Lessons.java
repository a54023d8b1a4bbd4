package dev.rockpool.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where lessons come from: those that came with Rockpool, and folders of the user's.
public final class Lessons {
    private Lessons() {}

    /// The lessons that came with Rockpool, by file name.
    public static List<ParsedLesson> builtIn() {
        return BuiltIn.lessons();
    }

    /// The text of a built-in lesson, to begin one’s own with.
    public static String example() {
        return BuiltIn.lessonText("3-hot-keys.md");
    }

    /// The Markdown files of a folder and of those one level below, by path; none if the folder is absent.
    public static List<ParsedLesson> in(Path folder) {
        List<Finding> findings = new ArrayList<>();
        DeckParser files = new DeckParser();
        LessonParser parser = new LessonParser();
        List<ParsedLesson> lessons = new ArrayList<>();
        for (Path file : DeckFolder.files(folder, findings)) {
            List<Finding> unreadable = new ArrayList<>();
            lessons.add(files.bytes(file, unreadable)
                    .map(bytes -> parser.parse(file.toString(), bytes, false))
                    .orElseGet(() -> new ParsedLesson(file.toString(), Optional.empty(), unreadable)));
        }
        findings.forEach(finding -> lessons.add(new ParsedLesson(finding.file(), Optional.empty(), List.of(finding))));
        return List.copyOf(lessons);
    }
}
