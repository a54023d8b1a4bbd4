package dev.rockpool.costmodel;

import dev.rockpool.kernel.Decimals;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A bill as one line of JSON.
///
/// `{"currency","lines":[{"service","item","region","quantity","unit","amount","tiers","source","asOf","confidence"}],
/// "total"}`. Every number is a string with all its digits; nothing is rounded. `asOf` is `null` where the price has
/// no date. A tier is `{"from","to","quantity","price","amount","free","source","asOf","confidence"}`: `to` is `"Inf"`
/// for a tier without end, `free` is true for the part that a free tier takes, whose span lies before all others.
public final class BillJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private BillJson() {}

    /// `bill` on one line, without a line break at its end.
    public static String line(Bill bill) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("currency", bill.currency().getCurrencyCode());
            json.writeArrayPropertyStart("lines");
            bill.lines().forEach(line -> write(json, line));
            json.writeEndArray();
            json.writeStringProperty("total", bill.total().plain());
            json.writeEndObject();
        }
        return text.toString();
    }

    /// `{"error": sentence}` on one line.
    public static String error(String sentence) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("error", sentence);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, BillLine line) {
        json.writeStartObject();
        json.writeStringProperty("service", line.usage().service());
        json.writeStringProperty("item", line.usage().item());
        json.writeStringProperty("region", line.usage().region());
        json.writeStringProperty("quantity", Decimals.plain(line.usage().quantity()));
        json.writeStringProperty("unit", line.unit());
        json.writeStringProperty("amount", line.amount().plain());
        json.writeArrayPropertyStart("tiers");
        line.tiers().forEach(tier -> write(json, tier));
        json.writeEndArray();
        write(json, line.source(), line.asOf(), line.confidence());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, TierUse tier) {
        json.writeStartObject();
        json.writeStringProperty("from", Decimals.plain(tier.from()));
        json.writeStringProperty("to", tier.to().map(Decimals::plain).orElse("Inf"));
        json.writeStringProperty("quantity", Decimals.plain(tier.quantity()));
        json.writeStringProperty("price", Decimals.plain(tier.price()));
        json.writeStringProperty("amount", Decimals.plain(tier.amount()));
        json.writeBooleanProperty("free", tier.free());
        Provenance provenance = tier.provenance();
        write(json, provenance.source(), provenance.asOf(), provenance.confidence());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String source, Optional<LocalDate> asOf, Confidence confidence) {
        json.writeStringProperty("source", source);
        json.writeName("asOf");
        if (asOf.isPresent()) {
            json.writeString(asOf.get().toString());
        } else {
            json.writeNull();
        }
        json.writeStringProperty("confidence", confidence.word());
    }
}
