package dev.rockpool.app.command;

import dev.rockpool.costmodel.offer.OwnPrices;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `prices`: the price book and the prices that a user brings.
@Command(
        name = "prices",
        description = "Shows how old prices are, and takes your own in: price lists of the vendor, or corrections.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PricesImportCommand.class, PricesListCommand.class, PricesForgetCommand.class})
final class PricesCommand {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    Machine machine() {
        return Parent.of(rockpool).machine();
    }

    OwnPrices own() {
        return new OwnPrices(Parent.of(rockpool).home().prices());
    }
}
