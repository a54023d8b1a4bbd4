package dev.rockpool.app.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `prices forget`: goes back to the shipped prices.
@Command(name = "forget", description = "Forgets every price that you imported, and goes back to Rockpool's own.")
final class PricesForgetCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable PricesCommand prices;

    @Override
    public Integer call() {
        Parent.of(prices).own().forget();
        return ExitCode.DONE;
    }
}
