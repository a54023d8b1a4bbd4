package dev.rockpool.app.presenter;

import dev.rockpool.app.shell.AppContext;
import dev.rockpool.content.Lesson;
import dev.rockpool.content.Lessons;
import dev.rockpool.content.ParsedLesson;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The lessons there are: those that came with Rockpool, and the user’s own.
final class LessonShelf {
    private static final String EXAMPLE = "my-first-lesson.md";

    private final AppContext context;
    private final ReadOnlyObjectWrapper<List<ParsedLesson>> lessons;

    LessonShelf(AppContext context) {
        this.context = context;
        lessons = new ReadOnlyObjectWrapper<>(read(List.of()));
    }

    /// Lessons and those that have a fault; built-in ones first.
    ReadOnlyObjectProperty<List<ParsedLesson>> lessons() {
        return lessons.getReadOnlyProperty();
    }

    /// The folder of the user’s own.
    Path folder() {
        return context.directory().lessons();
    }

    /// What it is called.
    String folderName() {
        return context.directory().told(folder()).toString();
    }

    /// Reads the folder again.
    void refresh() {
        context.tasks()
                .of(_ -> Lessons.in(folder()))
                .onSuccess(own -> lessons.set(read(own)))
                .start();
    }

    /// The first lesson of that name.
    Optional<Lesson> find(String id) {
        return lessons.get().stream()
                .flatMap(parsed -> parsed.lesson().stream())
                .filter(lesson -> lesson.id().equals(id))
                .findFirst();
    }

    /// Writes a built-in lesson into the folder, to be changed; one that stands there stays as it is.
    void writeExample() {
        context.tasks()
                .of(_ -> {
                    Path file = folder().resolve(EXAMPLE);
                    try {
                        Files.createDirectories(folder());
                        if (!Files.exists(file)) {
                            Files.writeString(file, Lessons.example());
                        }
                        return file;
                    } catch (IOException failure) {
                        throw new EnvironmentException(
                                "app-export-unwritable",
                                Quote.of(file.toString()) + " cannot be written: choose another folder.",
                                failure);
                    }
                })
                .onSuccess(file -> {
                    context.notices().show(context.texts().get("file.written", String.valueOf(file.getFileName())));
                    refresh();
                })
                .start();
    }

    private static List<ParsedLesson> read(List<ParsedLesson> own) {
        return Stream.concat(Lessons.builtIn().stream(), own.stream())
                .map(LessonCheck::check)
                .toList();
    }
}
