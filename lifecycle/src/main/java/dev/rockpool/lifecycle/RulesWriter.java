package dev.rockpool.lifecycle;

import dev.rockpool.lifecycle.LifecycleRule.Expiration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Writes a lifecycle configuration as the service gives it back, every id stated.
final class RulesWriter {
    private RulesWriter() {}

    static Element write(LifecycleConfiguration configuration) {
        return Element.fields(
                "LifecycleConfiguration",
                configuration.rules().stream().map(RulesWriter::rule).toList());
    }

    private static Element rule(LifecycleRule rule) {
        List<Element> fields = new ArrayList<>();
        fields.add(Element.string("ID", rule.id()));
        fields.add(filter(rule.filter()));
        fields.add(Element.string("Status", rule.enabled() ? "Enabled" : "Disabled"));
        for (LifecycleRule.Transition move : rule.transitions()) {
            fields.add(Element.fields(
                    "Transition",
                    List.of(
                            when(move.when()),
                            Element.string("StorageClass", move.to().name()))));
        }
        rule.expiration()
                .ifPresent(expiration -> fields.add(Element.fields("Expiration", List.of(expiration(expiration)))));
        for (LifecycleRule.NoncurrentTransition move : rule.noncurrentTransitions()) {
            List<Element> parts = noncurrent(move.days(), move.newer());
            parts.add(Element.string("StorageClass", move.to().name()));
            fields.add(Element.fields("NoncurrentVersionTransition", parts));
        }
        rule.noncurrentExpiration()
                .ifPresent(expiration -> fields.add(Element.fields(
                        "NoncurrentVersionExpiration", noncurrent(expiration.days(), expiration.newer()))));
        rule.abortUploadsAfterDays()
                .ifPresent(days -> fields.add(Element.fields(
                        "AbortIncompleteMultipartUpload", List.of(Element.number("DaysAfterInitiation", days)))));
        return Element.fields("Rule", fields);
    }

    private static Element filter(LifecycleFilter filter) {
        if (filter.ofRule()) {
            return Element.string("Prefix", filter.prefix().orElse(""));
        }
        List<Element> predicates = new ArrayList<>();
        filter.prefix().ifPresent(prefix -> predicates.add(Element.string("Prefix", prefix)));
        filter.tags()
                .forEach((key, value) -> predicates.add(
                        Element.fields("Tag", List.of(Element.string("Key", key), Element.string("Value", value)))));
        filter.largerThan().ifPresent(bytes -> predicates.add(Element.number("ObjectSizeGreaterThan", bytes)));
        filter.smallerThan().ifPresent(bytes -> predicates.add(Element.number("ObjectSizeLessThan", bytes)));
        return Element.fields(
                "Filter", filter.predicates() > 1 ? List.of(Element.fields("And", predicates)) : predicates);
    }

    private static Element expiration(Expiration expiration) {
        return switch (expiration) {
            case Expiration.Of(When when) -> when(when);
            case Expiration.OfLoneMarkers(boolean remove) -> Element.bool("ExpiredObjectDeleteMarker", remove);
        };
    }

    private static Element when(When when) {
        return switch (when) {
            case When.AfterDays(int days) -> Element.number("Days", days);
            case When.OnDate(java.time.LocalDate date) -> Element.string("Date", date + "T00:00:00.000Z");
        };
    }

    private static List<Element> noncurrent(int days, OptionalInt newer) {
        List<Element> parts = new ArrayList<>();
        parts.add(Element.number("NoncurrentDays", days));
        newer.ifPresent(count -> parts.add(Element.number("NewerNoncurrentVersions", count)));
        return parts;
    }
}
