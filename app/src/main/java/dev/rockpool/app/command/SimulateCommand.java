package dev.rockpool.app.command;

import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.CaseFile;
import dev.rockpool.simulators.CaseRunner;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.catalogue.Labs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `simulate LAB [SCENARIO.json]`: a lab without a screen.
@Command(
        name = "simulate",
        description = {
            "Runs a lab and prints its result as one JSON line; the same scenario gives the same bytes.",
            "The scenario file is what the app exports; an array of scenarios answers one line each. Fields left out"
                    + " take the value of --print-scenario."
        })
final class SimulateCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    @Parameters(index = "0", arity = "0..1", paramLabel = "LAB", description = "Which lab; --list names them.")
    private @Nullable String lab;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SCENARIO.json",
            description = "What runs (default: the lab's own scenario).")
    private @Nullable Path scenario;

    @Option(names = "--list", description = "List the labs, or with LAB its presets with source and expected number.")
    private boolean list;

    @Option(names = "--preset", paramLabel = "NAME", description = "Run a preset instead of a file.")
    private @Nullable String preset;

    @Option(names = "--seed", paramLabel = "N", description = "Replace the scenario's seed.")
    private @Nullable Long seed;

    @Option(names = "--print-scenario", description = "Print the scenario file of the default, or of --preset.")
    private boolean printScenario;

    @SuppressWarnings("unused") // accepted for symmetry: the output is JSON anyway
    @Option(names = "--json", description = "JSON lines, which they always are.")
    private boolean json;

    @Override
    public Integer call() {
        RockpoolCommand parent = Parent.of(rockpool);
        parent.prices();
        PrintWriter out = parent.machine().out();
        if (lab == null) {
            if (!list) {
                throw new InputException("lab-unknown", "Name a lab; rockpool simulate --list shows which there are.");
            }
            for (Lab<?, ?, ?> each : Labs.all()) {
                out.println(each.id() + "\t" + each.question());
            }
            return ExitCode.DONE;
        }
        CaseRunner<?, ?> runner =
                CaseRunner.of(Labs.require(lab), seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
        if (list) {
            runner.list(out::println);
            return ExitCode.DONE;
        }
        if (printScenario) {
            out.println(runner.scenario(Optional.ofNullable(preset)).stripTrailing());
            return ExitCode.DONE;
        }
        if (scenario == null) {
            return exit(runner.run(Optional.ofNullable(preset), out::println));
        }
        if (preset != null) {
            throw new InputException("lab-preset", "Name a scenario file or --preset, not both.");
        }
        return exit(runner.run(CaseFile.read(scenario), out::println));
    }

    private static int exit(CaseRunner.Outcome outcome) {
        return switch (outcome) {
            case DONE -> ExitCode.DONE;
            case REFUSED -> ExitCode.NO;
            case FAULTY -> ExitCode.INPUT;
        };
    }
}
