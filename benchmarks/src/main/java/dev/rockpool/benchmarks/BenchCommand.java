package dev.rockpool.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `rockpool bench [NAME]…`: measures Rockpool beside its peers in one run, and tells ratios.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures Rockpool beside its peers in one run, and prints ratios.",
            "Exits with 1 where a bound does not hold. Absolute numbers are this machine's; ratios travel better."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final List<Measurement> ALL = List.of(
            new Fsrs6Measurement(),
            new OptimiserMeasurement(),
            new CollectionMeasurement(),
            new ShardsMeasurement(),
            new FleetMeasurement(),
            new LifecycleMeasurement(),
            new StreamAppendMeasurement(),
            new StreamMeasurement(),
            new StoreMeasurement(),
            new StoreFillMeasurement(),
            new BranchMeasurement(),
            new SoakMeasurement());

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "What to measure (default: all but soak); --list names them.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Names what can be measured.")
    private boolean list;

    @Option(names = "--json", description = "A JSON line a figure.")
    private boolean json;

    @Option(
            names = "--peers",
            paramLabel = "DIR",
            description = "The folder benchmarks/peers of the checkout (default: the one in this folder).")
    private Path peers = Path.of("benchmarks", "peers");

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "Where peers are installed and files are written: the disk measured (default: ${DEFAULT-VALUE}).")
    private Path work = Path.of("benchmarks", "target", "bench");

    @Option(names = "--minutes", paramLabel = "N", description = "How long soak takes (default: ${DEFAULT-VALUE}).")
    private int minutes = 60;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    /// Runs the command line.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (list) {
            ALL.forEach(each -> out.printf("%-12s %s%n", each.name(), each.description()));
            return 0;
        }
        Map<String, Measurement> known = ALL.stream().collect(Collectors.toMap(Measurement::name, each -> each));
        for (String name : names) {
            if (!known.containsKey(name)) {
                err.printf(
                        "rockpool: there is no measurement \"%s\": use one of %s.%n",
                        name, ALL.stream().map(Measurement::name).collect(Collectors.joining(", ")));
                return 2;
            }
        }
        boolean reached = true;
        Peers installed =
                new Peers(peers.toAbsolutePath(), work.toAbsolutePath().resolve("peers"));
        for (Measurement measurement : ALL) {
            boolean isWanted = names.isEmpty() ? !measurement.isOnlyByName() : names.contains(measurement.name());
            if (isWanted) {
                reached &= measure(measurement, installed);
            }
        }
        return reached ? 0 : 1;
    }

    private boolean measure(Measurement measurement, Peers installed) throws Exception {
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(work.toAbsolutePath(), measurement.name());
        Told told = new Told(measurement, folder, installed);
        if (!json) {
            out.printf("%n%s: %s%n", measurement.name(), measurement.description());
        }
        try {
            measurement.measure(told);
        } finally {
            delete(folder);
        }
        return told.figures.stream().allMatch(figure -> figure.reached().orElse(true));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Prints each figure as soon as it stands.
    private final class Told implements BenchRun {
        private final Measurement measurement;
        private final Path folder;
        private final Peers peers;
        private final List<Figure> figures = new ArrayList<>();

        Told(Measurement measurement, Path folder, Peers peers) {
            this.measurement = measurement;
            this.folder = folder;
            this.peers = peers;
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public Peers peers() {
            return peers;
        }

        @Override
        public int minutes() {
            return minutes;
        }

        @Override
        public void tell(Figure figure) {
            figures.add(figure);
            out.println(json ? asJson(figure) : asText(figure));
        }

        @Override
        public void missing(String what, String why) {
            if (json) {
                out.println(JsonMapper.shared()
                        .createObjectNode()
                        .put("benchmark", measurement.name())
                        .put("figure", what)
                        .put("missing", why));
            } else {
                out.printf("  %-58s missing: %s%n", what, why);
            }
        }

        private String asText(Figure figure) {
            StringBuilder line = new StringBuilder(
                    String.format("  %-58s %12s %s", figure.what(), Figure.number(figure.value()), figure.unit()));
            figure.peer()
                    .ifPresent(peer -> line.append(
                            ", %s %s, ratio %s".formatted(peer.name(), Figure.number(peer.value()), ratio(figure))));
            figure.bound()
                    .ifPresent(bound -> line.append(
                            " (%s%s)".formatted(bound, figure.reached().orElseThrow() ? "" : ": not reached")));
            return line.toString();
        }

        private String asJson(Figure figure) {
            ObjectNode line = JsonMapper.shared()
                    .createObjectNode()
                    .put("benchmark", measurement.name())
                    .put("figure", figure.what())
                    .put("value", figure.value())
                    .put("unit", figure.unit());
            figure.peer()
                    .ifPresent(peer -> line.put("peer", peer.name())
                            .put("peerValue", peer.value())
                            .put("ratio", figure.ratio().orElseThrow()));
            figure.bound()
                    .ifPresent(bound -> line.put("bound", bound.toString())
                            .put("reached", figure.reached().orElseThrow()));
            return line.toString();
        }

        private static String ratio(Figure figure) {
            return Figure.number(figure.ratio().orElseThrow());
        }
    }
}
