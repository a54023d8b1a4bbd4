package dev.rockpool.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `tour`: every screen as a picture, so that screens can be reviewed without a display.
@Command(
        name = "tour",
        description = "Draws every screen in every theme, state and size to PNG files and prints their paths.")
final class TourCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the pictures go (default: the folder tour in your data directory).")
    private @Nullable Path out;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Only pictures with this in their name, such as study-typical-dark or \"quiz light-1280\".")
    private String only = "";

    @Override
    public Integer call() {
        RockpoolCommand parent = Parent.of(rockpool);
        Path folder = out == null ? parent.home().root().resolve("tour") : out;
        return parent.tour(folder, only);
    }
}
