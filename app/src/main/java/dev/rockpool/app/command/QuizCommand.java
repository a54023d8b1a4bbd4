package dev.rockpool.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `quiz`: questions whose answers the models compute.
@Command(
        name = "quiz",
        description = "Makes questions whose right answers the models compute.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {QuizGenerateCommand.class, QuizPrintCommand.class})
final class QuizCommand {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    /// Where questions go, which have the prices in force.
    Machine machine() {
        RockpoolCommand parent = Parent.of(rockpool);
        parent.prices();
        return parent.machine();
    }
}
