package dev.rockpool.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `deck`: what can be done with Markdown decks.
@Command(
        name = "deck",
        description = "Checks and counts decks of cards.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeckLintCommand.class, DeckStatsCommand.class})
final class DeckCommand {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    Machine machine() {
        return Parent.of(rockpool).machine();
    }
}
