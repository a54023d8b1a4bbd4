package dev.rockpool.app.command;

import dev.rockpool.kernel.DataDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `activity`: what students handed in, and what teachers hand out.
@Command(
        name = "activity",
        description = "Checks activities, and grades what students handed in.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ActivityCheckCommand.class, ActivityGradeCommand.class})
final class ActivityCommand {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    /// Where answers go, which have the prices in force.
    Machine machine() {
        RockpoolCommand parent = Parent.of(rockpool);
        parent.prices();
        return parent.machine();
    }

    DataDirectory home() {
        return Parent.of(rockpool).home();
    }
}
