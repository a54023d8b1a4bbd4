package dev.rockpool.app.command;

import dev.rockpool.costmodel.offer.OwnPrices;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `prices import FILE`: takes an offer file or corrections by hand in.
@Command(
        name = "import",
        description = {
            "Takes prices over and prints one JSON object: from, prices (how many items and regions), leftOut (items"
                    + " that the file prices in two ways).",
            "The file is a price list of the vendor (offers/v1.0/aws/CODE/current/REGION/index.json or index.csv), or a"
                    + " CSV file with the columns service, item, unit, region, price, tier_from, tier_to, as_of,"
                    + " confidence, source, note. A file at fault changes nothing."
        })
final class PricesImportCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable PricesCommand prices;

    @Parameters(paramLabel = "FILE", description = "The price list, or your corrections.")
    private @Nullable Path file;

    @Option(names = "--json", description = "A JSON object, which it always is.")
    @SuppressWarnings("UnusedVariable") // accepted, for what it asks is always so
    private boolean json;

    @Override
    public Integer call() {
        PricesCommand parent = Parent.of(prices);
        OwnPrices.Imported imported = parent.own().take(Parent.of(file));
        try (JsonLines lines = new JsonLines(parent.machine().out())) {
            lines.line(fields -> {
                fields.writeStringProperty("from", imported.from());
                fields.writeNumberProperty("prices", imported.prices());
                fields.writeArrayPropertyStart("leftOut");
                imported.leftOut().forEach(fields::writeString);
                fields.writeEndArray();
            });
        }
        return ExitCode.DONE;
    }
}
