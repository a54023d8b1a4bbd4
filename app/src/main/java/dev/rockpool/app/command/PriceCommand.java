package dev.rockpool.app.command;

import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.FreeTier;
import dev.rockpool.costmodel.UsageFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `price USAGE.json`: usage becomes a bill, each line with its price's source, date and confidence.
@Command(
        name = "price",
        description = {
            "Prices usage and prints the bill as one JSON line: currency, lines, total, amounts as exact decimals.",
            "The file holds [{\"service\", \"item\", \"quantity\", \"region\"}], names as in the price book and"
                    + " quantities in its units; an array of such lists answers one line a list.",
            "Prices that you imported (see prices import) take the place of Rockpool's own."
        })
final class PriceCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    @Parameters(paramLabel = "USAGE.json", description = "What was used.")
    private @Nullable Path usage;

    @Option(names = "--free-tier", description = "Take off the free quantities that the vendor gives every account.")
    private boolean freeTier;

    @Option(names = "--json", description = "JSON lines, which they always are.")
    @SuppressWarnings("UnusedVariable") // accepted, for what it asks is always so
    private boolean json;

    @Override
    public Integer call() {
        RockpoolCommand parent = Parent.of(rockpool);
        Biller biller = new Biller(parent.prices(), freeTier ? FreeTier.shipped() : FreeTier.none());
        PrintWriter out = parent.machine().out();
        boolean all = UsageFile.read(Parent.of(usage)).price(biller, out::println);
        out.flush();
        return all ? ExitCode.DONE : ExitCode.INPUT;
    }
}
