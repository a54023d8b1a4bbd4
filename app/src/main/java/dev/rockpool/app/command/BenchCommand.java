package dev.rockpool.app.command;

import dev.rockpool.kernel.EnvironmentException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `bench [NAME]`: stands here to be listed and explained. The launcher of a checkout runs it itself, since benchmarks
/// and the peers beside them are not part of what people install.
@Command(
        name = "bench",
        description =
                "Measures Rockpool beside its peers in one run, and prints ratios; in a checkout (--list names them).")
final class BenchCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "NAME", description = "What to measure (default: all).")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        throw new EnvironmentException(
                "app-bench-checkout",
                "The benchmarks are not part of a package: in a checkout of Rockpool, run ./rockpool bench "
                        + String.join(" ", names) + ".");
    }
}
