package dev.rockpool.app.activity;

import dev.rockpool.app.shell.AppContext;
import dev.rockpool.content.Activities;
import dev.rockpool.content.Activity;
import dev.rockpool.content.ActivityParser;
import dev.rockpool.content.ParsedActivity;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.quiz.task.LabTasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The activities there are: those that came with Rockpool, and the user's own.
public final class ActivityShelf {
    /// Reads activities and runs their labs.
    static final ActivityParser PARSER = new ActivityParser(LabTasks::fault);

    private static final ActivityParser PLAIN = new ActivityParser();

    private final AppContext context;
    private final ReadOnlyObjectWrapper<List<ParsedActivity>> activities = new ReadOnlyObjectWrapper<>(List.of());

    public ActivityShelf(AppContext context) {
        this.context = context;
    }

    /// Activities and those that have a fault, built-in ones first; none until they were read.
    public ReadOnlyObjectProperty<List<ParsedActivity>> activities() {
        return activities.getReadOnlyProperty();
    }

    /// The folder of the user's own.
    public Path folder() {
        return context.directory().activities();
    }

    /// What it is called.
    String folderName() {
        return context.directory().told(folder()).toString();
    }

    /// Reads the folder again.
    public void refresh() {
        context.tasks()
                .of(_ -> Stream.concat(Activities.builtIn(PARSER).stream(), Activities.in(folder(), PARSER).stream())
                        .toList())
                .onSuccess(activities::set)
                .start();
    }

    /// The first activity of that name, read now; for the background.
    public Optional<Activity> named(String id) {
        return candidates(folder()).stream()
                .filter(activity -> activity.id().equals(id))
                .findFirst();
    }

    /// The activities that the files of a folder may answer, read now, the surest first; for the background.
    public List<Activity> candidates(Path handedIn) {
        return Stream.of(Activities.in(handedIn, PLAIN), Activities.in(folder(), PLAIN), Activities.builtIn(PLAIN))
                .flatMap(List::stream)
                .flatMap(parsed -> parsed.activity().stream())
                .toList();
    }

    /// The activity in a file that the user chose; for the background.
    ///
    /// @throws InputException if it has a fault
    public Activity opened(Path file) {
        ParsedActivity parsed = Activities.read(file, PARSER);
        return parsed.activity()
                .orElseThrow(() -> new InputException(
                        "activity-unreadable", parsed.faults().getFirst().toString()));
    }

    /// The text of a file of the user's own; of one that is not there yet the example; for the background.
    public String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : Activities.example();
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "app-file-unreadable", Quote.of(String.valueOf(file.getFileName())) + " cannot be read.", failure);
        }
    }

    /// A file of the user's own that is not there yet.
    public Path fresh() {
        int number = 1;
        while (Files.exists(folder().resolve("activity-" + number + ".md"))) {
            number++;
        }
        return folder().resolve("activity-" + number + ".md");
    }
}
