package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.BillJson;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.StorageClass;
import java.io.StringWriter;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The answers of `whatif` as one line of JSON each; `docs/fleet-format.md` describes the fields.
public final class WhatIfJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private WhatIfJson() {}

    /// What was asked.
    ///
    /// @param region where the bucket is
    /// @param start the first month
    /// @param objects how many the fleet has over all months
    public record Question(String region, YearMonth start, long objects) {}

    /// The cheapest rules that were found.
    ///
    /// @param plan under these rules
    /// @param sensitivity what they hang on
    /// @param breakEvenReads the factor on reads at which they save nothing
    public record Found(Plan plan, List<WhatIf.Sensitivity> sensitivity, OptionalDouble breakEvenReads) {}

    /// `{"region","start","currency","objects","total","saved","rules","nothing","intelligentTiering"}`, and with it
    /// `cheapest` and `band` where they were asked for.
    public static String line(
            Question question, WhatIf.Comparison comparison, Optional<Found> found, Optional<WhatIf.Band> band) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("region", question.region());
            json.writeStringProperty("start", question.start().toString());
            json.writeStringProperty(
                    "currency", comparison.rules().total().currency().getCurrencyCode());
            json.writeNumberProperty("objects", question.objects());
            json.writeStringProperty("total", comparison.rules().total().plain());
            json.writeStringProperty("saved", comparison.saved().plain());
            write(json, "rules", comparison.rules());
            write(json, "nothing", comparison.nothing());
            write(json, "intelligentTiering", comparison.intelligentTiering());
            found.ifPresent(cheapest -> write(json, cheapest));
            band.ifPresent(draws -> write(json, draws));
            json.writeEndObject();
        }
        return text.toString();
    }

    /// `{"rejected":[{"rule","field","code","message"}]}`.
    public static String rejected(List<LifecycleFault> faults) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("rejected");
            for (LifecycleFault fault : faults) {
                json.writeStartObject();
                json.writeStringProperty("rule", fault.rule());
                json.writeStringProperty("field", fault.field());
                json.writeStringProperty("code", fault.code().name());
                json.writeStringProperty("message", fault.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String name, Plan plan) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("total", plan.total().plain());
        Map<StorageClass, Money> classes = plan.byClass();
        json.writeArrayPropertyStart("classes");
        classes.forEach((storageClass, amount) -> {
            json.writeStartObject();
            json.writeStringProperty("storageClass", storageClass.name());
            json.writeStringProperty("amount", amount.plain());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("months");
        for (int month = 0; month < plan.months().size(); month++) {
            write(json, plan.months().get(month), plan.stocks().get(month));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, StorageMonth month, Stock stock) {
        json.writeStartObject();
        json.writeStringProperty("month", month.name());
        json.writeStringProperty("total", month.bill().total().plain());
        Map<StorageClass, Money> amounts = month.byClass();
        json.writeArrayPropertyStart("classes");
        for (StorageClass storageClass : StorageClass.values()) {
            Money amount = amounts.get(storageClass);
            if (amount != null || stock.objectsIn(storageClass) > 0) {
                json.writeStartObject();
                json.writeStringProperty("storageClass", storageClass.name());
                json.writeStringProperty("amount", amount == null ? "0" : amount.plain());
                json.writeNumberProperty("objects", stock.objectsIn(storageClass));
                json.writeNumberProperty("bytes", stock.bytesIn(storageClass));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeName("bill");
        json.writeRawValue(BillJson.line(month.bill()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Found found) {
        json.writeObjectPropertyStart("cheapest");
        json.writeName("rules");
        json.writeRawValue(rules(found.plan().configuration()));
        json.writeStringProperty("total", found.plan().total().plain());
        json.writeName("breakEvenReads");
        if (found.breakEvenReads().isPresent()) {
            json.writeNumber(found.breakEvenReads().getAsDouble());
        } else {
            json.writeNull();
        }
        json.writeArrayPropertyStart("hangsOn");
        for (WhatIf.Sensitivity sensitivity : found.sensitivity()) {
            json.writeStartObject();
            json.writeStringProperty("change", sensitivity.change());
            json.writeStringProperty("total", sensitivity.cheapest().plain());
            json.writeStringProperty("nothing", sensitivity.nothing().plain());
            json.writeBooleanProperty("stays", sensitivity.stays());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, WhatIf.Band band) {
        json.writeObjectPropertyStart("band");
        json.writeNumberProperty("draws", band.draws());
        json.writeStringProperty("least", band.least().plain());
        json.writeStringProperty("median", band.median().plain());
        json.writeStringProperty("most", band.most().plain());
        json.writeEndObject();
    }

    /// A configuration as put-bucket-lifecycle-configuration takes it, on one line.
    public static String rules(LifecycleConfiguration configuration) {
        return LifecycleJson.write(configuration).toString();
    }
}
