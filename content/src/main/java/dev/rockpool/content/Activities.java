package dev.rockpool.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where activities come from: those that came with Rockpool, and folders of the user's.
public final class Activities {
    private Activities() {}

    /// The activities that came with Rockpool, by file name.
    public static List<ParsedActivity> builtIn(ActivityParser parser) {
        return BuiltIn.activities(parser);
    }

    /// The text of a built-in activity, to begin one's own with.
    public static String example() {
        return BuiltIn.activityText("1-shards-for-less.md");
    }

    /// The Markdown files of a folder and of those one level below, by path; none if the folder is absent.
    public static List<ParsedActivity> in(Path folder, ActivityParser parser) {
        List<Finding> findings = new ArrayList<>();
        List<ParsedActivity> activities = new ArrayList<>();
        for (Path file : DeckFolder.files(folder, findings)) {
            activities.add(read(file, parser));
        }
        findings.forEach(
                finding -> activities.add(new ParsedActivity(finding.file(), Optional.empty(), List.of(finding))));
        return List.copyOf(activities);
    }

    /// The activity in a file.
    public static ParsedActivity read(Path file, ActivityParser parser) {
        List<Finding> unreadable = new ArrayList<>();
        return new DeckParser()
                .bytes(file, unreadable)
                .map(bytes -> parser.parse(file.toString(), bytes, false))
                .orElseGet(() -> new ParsedActivity(file.toString(), Optional.empty(), unreadable));
    }
}
