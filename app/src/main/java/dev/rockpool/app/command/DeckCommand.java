package dev.rockpool.app.command;

import dev.rockpool.app.collection.OpenData;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.backup.CollectionBackup;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `deck`: what can be done with decks of cards.
@Command(
        name = "deck",
        description = "Checks, counts, exports and imports decks of cards.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeckLintCommand.class, DeckStatsCommand.class, DeckExportCommand.class, DeckImportCommand.class})
final class DeckCommand {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    Machine machine() {
        return Parent.of(rockpool).machine();
    }

    DataDirectory home() {
        return Parent.of(rockpool).home();
    }

    /// The collection of the data directory, open; nothing runs in the background.
    OpenData open() {
        TaskRunner tasks = new TaskRunner(Runnable::run, Runnable::run, DeckCommand::fail);
        Seed seed = new Seed(machine().clock().instant().toEpochMilli());
        return OpenData.open(home(), machine().clock(), machine().zone(), seed, tasks);
    }

    /// Whether a file is a whole collection, by its ending.
    static boolean isCollection(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith("." + CollectionBackup.ENDING);
    }

    private static void fail(Throwable failure) {
        throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
