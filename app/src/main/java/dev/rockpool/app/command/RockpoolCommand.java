package dev.rockpool.app.command;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.kernel.DataDirectory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `rockpool`: alone it opens the app; its subcommands are the command line.
@Command(
        name = "rockpool",
        description = "Learn data engineering by doing. Without a command, Rockpool opens its window.",
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the answer is \"no\" (the lint found faults, rules are rejected)",
            "2:bad usage or input, told in one sentence",
            "3:the environment (disk full, another process holds the data)"
        },
        subcommands = {
            TourCommand.class,
            ScheduleCommand.class,
            OptimizeCommand.class,
            DeckCommand.class,
            PolicyCommand.class,
            PriceCommand.class,
            PricesCommand.class,
            WhatIfCommand.class,
            SimulateCommand.class,
            QuizCommand.class,
            ActivityCommand.class,
            ServeCommand.class,
            RehearseCommand.class,
            SqlCommand.class,
            BenchCommand.class
        })
final class RockpoolCommand implements Callable<Integer> {
    private final Machine machine;
    private final Desktop desktop;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where all of your data lives (default: the platform's own place for it).")
    private @Nullable Path home;

    RockpoolCommand(Machine machine, Desktop desktop) {
        this.machine = machine;
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        if (machine.hasDisplay()) {
            desktop.open(home());
            return ExitCode.DONE;
        }
        Path folder = home().root().resolve("tour");
        machine.err()
                .println("rockpool: there is no display here (DISPLAY and WAYLAND_DISPLAY are unset), so every screen"
                        + " is drawn to " + folder + " instead.");
        return tour(folder, "");
    }

    /// Renders the tour into `folder`, a line a picture on standard output, faults on standard error.
    int tour(Path folder, String only) {
        var faults = desktop.tour(folder, only, picture -> {
            machine.out().println(picture);
            machine.out().flush();
        });
        faults.forEach(machine.err()::println);
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    /// The price book with what this user imported in it, which from now on is in force everywhere.
    PriceBook prices() {
        PricesInForce.use(new OwnPrices(home().prices()).book());
        return PricesInForce.book();
    }

    DataDirectory home() {
        return home == null ? machine.standardHome() : new DataDirectory(home);
    }

    Desktop desktop() {
        return desktop;
    }

    Machine machine() {
        return machine;
    }
}
