package dev.rockpool.app.command;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PriceSchedule;
import dev.rockpool.costmodel.PriceTier;
import dev.rockpool.kernel.Decimals;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JsonGenerator;

/// `prices list`: every tier of the price book, with what it rests on.
@Command(
        name = "list",
        description = "Prints the price book as JSON lines, one a tier: service, item, unit, region, price, from, to,"
                + " asOf, confidence, own (whether you imported it), source, note.")
final class PricesListCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable PricesCommand prices;

    @Option(names = "--service", paramLabel = "NAME", description = "Only this service's prices.")
    private @Nullable String service;

    @Option(names = "--json", description = "JSON lines, which they always are.")
    @SuppressWarnings("UnusedVariable") // accepted, for what it asks is always so
    private boolean json;

    @Override
    public Integer call() {
        PricesCommand parent = Parent.of(prices);
        PriceBook book = parent.own().book();
        if (service != null) {
            book.requireService(service);
        }
        try (JsonLines lines = new JsonLines(parent.machine().out())) {
            for (PriceSchedule schedule : book.schedules()) {
                if (service == null || service.equals(schedule.key().service())) {
                    boolean own = book.isOwn(schedule.key());
                    schedule.tiers().forEach(tier -> lines.line(fields -> write(schedule, tier, own, fields)));
                }
            }
        }
        return ExitCode.DONE;
    }

    private static void write(PriceSchedule schedule, PriceTier tier, boolean own, JsonGenerator fields) {
        fields.writeStringProperty("service", schedule.key().service());
        fields.writeStringProperty("item", schedule.key().item());
        fields.writeStringProperty("unit", schedule.unit());
        fields.writeStringProperty("region", schedule.key().region());
        fields.writeStringProperty("price", Decimals.plain(tier.price()));
        fields.writeStringProperty("from", Decimals.plain(tier.from()));
        fields.writeStringProperty("to", tier.to().map(Decimals::plain).orElse("Inf"));
        fields.writeName("asOf");
        tier.provenance()
                .asOf()
                .map(LocalDate::toString)
                .ifPresentOrElse(fields::writeString, () -> fields.writeNull());
        fields.writeStringProperty("confidence", tier.provenance().confidence().word());
        fields.writeBooleanProperty("own", own);
        fields.writeStringProperty("source", tier.provenance().source());
        fields.writeStringProperty("note", tier.provenance().note());
    }
}
