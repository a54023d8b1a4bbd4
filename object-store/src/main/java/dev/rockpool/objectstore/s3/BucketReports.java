package dev.rockpool.objectstore.s3;

import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.objectstore.AnalyticsConfiguration;
import dev.rockpool.objectstore.BucketDocument;
import dev.rockpool.objectstore.IntelligentTieringConfiguration;
import dev.rockpool.objectstore.InventoryConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// Configurations of which a bucket has several, each with an id: inventory, storage-class analysis,
/// Intelligent-Tiering, metrics. Without an id a `GET` lists them, 100 a page.
final class BucketReports {
    private static final int PAGE = 100;
    private static final String ARN = "arn:aws:s3:::";
    private static final Set<String> FIELDS = Set.of(
            "Size",
            "LastModifiedDate",
            "StorageClass",
            "ETag",
            "IsMultipartUploaded",
            "ReplicationStatus",
            "EncryptionStatus",
            "ObjectLockRetainUntilDate",
            "ObjectLockMode",
            "ObjectLockLegalHoldStatus",
            "IntelligentTieringAccessTier",
            "BucketKeyStatus",
            "ChecksumAlgorithm",
            "ObjectAccessControlList",
            "ObjectOwner",
            "LifecycleExpirationDate");

    /// The id of the query, for operations that need one.
    private static String id(S3Request request) {
        return request.query
                .nonEmpty("id")
                .orElseThrow(() -> ErrorCode.InvalidRequest.error("Missing required parameter for this request: 'id'"));
    }

    /// @throws S3Error `MalformedXML` if the document's id is not the query's
    private static String sameId(S3Request request, XmlElement root) {
        String id = root.required("Id");
        if (!id.equals(id(request)) || id.length() > 64) {
            throw ErrorCode.MalformedXML.error();
        }
        return id;
    }

    private static S3Error none() {
        return ErrorCode.NoSuchConfiguration.error();
    }

    private static <T> void respond(
            S3Request request,
            List<T> all,
            Function<T, String> idOf,
            String element,
            String listElement,
            Function<T, String> xmlOf)
            throws IOException {
        Optional<String> id = request.query.get("id");
        if (id.isPresent()) {
            T found = all.stream()
                    .filter(one -> idOf.apply(one).equals(id.get()))
                    .findFirst()
                    .orElseThrow(BucketReports::none);
            request.respond(XmlWriter.root(element).raw(xmlOf.apply(found)).close(element));
            return;
        }
        String after = request.query
                .nonEmpty("continuation-token")
                .map(Listings::readToken)
                .orElse("");
        List<T> rest =
                all.stream().filter(one -> idOf.apply(one).compareTo(after) > 0).toList();
        List<T> page = rest.subList(0, Math.min(PAGE, rest.size()));
        boolean truncated = page.size() < rest.size();
        XmlWriter xml = XmlWriter.root(listElement).element("IsTruncated", truncated);
        request.query.nonEmpty("continuation-token").ifPresent(token -> xml.element("ContinuationToken", token));
        if (truncated) {
            xml.element("NextContinuationToken", Listings.token(idOf.apply(page.getLast())));
        }
        for (T one : page) {
            xml.open(element).raw(xmlOf.apply(one)).close(element);
        }
        request.respond(xml.close(listElement));
    }

    /// The inner part of a document, without its declaration.
    private static String inner(XmlWriter xml) {
        String text = xml.toString();
        return text.substring(text.indexOf('\n') + 1);
    }

    // --- inventory

    /// *GetBucketInventoryConfiguration* and *ListBucketInventoryConfigurations*.
    void getInventory(S3Request request) throws IOException {
        respond(
                request,
                request.store().inventories(request.bucketName()),
                InventoryConfiguration::id,
                "InventoryConfiguration",
                "ListInventoryConfigurationsResult",
                BucketReports::xml);
    }

    private static String xml(InventoryConfiguration inventory) {
        XmlWriter xml = new XmlWriter().open("Destination").open("S3BucketDestination");
        inventory.destinationAccount().ifPresent(account -> xml.element("AccountId", account));
        xml.element("Bucket", ARN + inventory.destinationBucket())
                .element(
                        "Format",
                        inventory.format() == InventoryConfiguration.Format.PARQUET
                                ? "Parquet"
                                : inventory.format().name());
        inventory.destinationPrefix().ifPresent(prefix -> xml.element("Prefix", prefix));
        xml.close("S3BucketDestination").close("Destination").element("IsEnabled", inventory.enabled());
        inventory
                .prefix()
                .ifPresent(
                        prefix -> xml.open("Filter").element("Prefix", prefix).close("Filter"));
        xml.element("Id", inventory.id())
                .element("IncludedObjectVersions", inventory.allVersions() ? "All" : "Current");
        if (!inventory.optionalFields().isEmpty()) {
            xml.open("OptionalFields");
            inventory.optionalFields().forEach(field -> xml.element("Field", field));
            xml.close("OptionalFields");
        }
        return inner(xml.open("Schedule")
                .element("Frequency", inventory.weekly() ? "Weekly" : "Daily")
                .close("Schedule"));
    }

    /// *PutBucketInventoryConfiguration*.
    void putInventory(S3Request request) throws IOException {
        XmlElement root = request.xml("InventoryConfiguration");
        XmlElement destination = root.child("Destination")
                .flatMap(element -> element.child("S3BucketDestination"))
                .orElseThrow(ErrorCode.MalformedXML::error);
        List<String> fields = root.child("OptionalFields").map(XmlElement::children).orElse(List.of()).stream()
                .map(field -> field.text().trim())
                .toList();
        if (!FIELDS.containsAll(fields)) {
            throw ErrorCode.MalformedXML.error();
        }
        request.store()
                .putInventory(
                        request.bucketName(),
                        new InventoryConfiguration(
                                sameId(request, root),
                                bool(root.required("IsEnabled")),
                                root.child("Filter").flatMap(filter -> filter.textOf("Prefix")),
                                oneOf(root.required("IncludedObjectVersions"), "All", "Current")
                                        .equals("All"),
                                fields,
                                format(destination.required("Format")),
                                oneOf(
                                                root.child("Schedule")
                                                        .map(schedule -> schedule.required("Frequency"))
                                                        .orElseThrow(ErrorCode.MalformedXML::error),
                                                "Weekly",
                                                "Daily")
                                        .equals("Weekly"),
                                bucketOf(destination.required("Bucket")),
                                destination.textOf("Prefix").filter(prefix -> !prefix.isEmpty()),
                                destination.textOf("AccountId").map(String::trim)));
        request.respond(204);
    }

    private static InventoryConfiguration.Format format(String name) {
        return switch (name) {
            case "CSV" -> InventoryConfiguration.Format.CSV;
            case "ORC" ->
                throw ErrorCode.NotImplemented.error(
                        "Inventory reports in ORC are not written here. Please ask for CSV or Parquet.");
            case "Parquet" -> InventoryConfiguration.Format.PARQUET;
            default -> throw ErrorCode.MalformedXML.error();
        };
    }

    private static boolean bool(String text) {
        return oneOf(text, "true", "false").equals("true");
    }

    private static String oneOf(String text, String... allowed) {
        if (!List.of(allowed).contains(text)) {
            throw ErrorCode.MalformedXML.error();
        }
        return text;
    }

    private static String bucketOf(String arn) {
        if (!arn.startsWith(ARN)) {
            throw ErrorCode.InvalidRequest.error("Invalid bucket ARN.").named("InvalidS3DestinationBucket", 400);
        }
        return arn.substring(ARN.length());
    }

    /// *DeleteBucketInventoryConfiguration*.
    void deleteInventory(S3Request request) throws IOException {
        request.store().deleteInventory(request.bucketName(), id(request));
        request.respond(204);
    }

    // --- filters of prefix and tags

    private record Filter(Optional<String> prefix, Map<String, String> tags) {
        static Filter of(Optional<XmlElement> filter) {
            if (filter.isEmpty()) {
                return new Filter(Optional.empty(), Map.of());
            }
            XmlElement inside = filter.get().child("And").orElse(filter.get());
            Map<String, String> tags = new LinkedHashMap<>();
            for (XmlElement tag : inside.all("Tag")) {
                tags.put(tag.required("Key"), tag.textOf("Value").orElseThrow(ErrorCode.MalformedXML::error));
            }
            return new Filter(inside.textOf("Prefix").filter(prefix -> !prefix.isEmpty()), tags);
        }

        void write(XmlWriter xml) {
            if (prefix.isEmpty() && tags.isEmpty()) {
                return;
            }
            boolean and = tags.size() + (prefix.isPresent() ? 1 : 0) > 1;
            xml.open("Filter");
            if (and) {
                xml.open("And");
            }
            prefix.ifPresent(text -> xml.element("Prefix", text));
            tags.forEach((key, value) ->
                    xml.open("Tag").element("Key", key).element("Value", value).close("Tag"));
            if (and) {
                xml.close("And");
            }
            xml.close("Filter");
        }
    }

    // --- analytics

    /// *GetBucketAnalyticsConfiguration* and *ListBucketAnalyticsConfigurations*.
    void getAnalytics(S3Request request) throws IOException {
        respond(
                request,
                request.store().analytics(request.bucketName()),
                AnalyticsConfiguration::id,
                "AnalyticsConfiguration",
                "ListBucketAnalyticsConfigurationResult",
                BucketReports::xml);
    }

    private static String xml(AnalyticsConfiguration analytics) {
        XmlWriter xml = new XmlWriter().element("Id", analytics.id());
        new Filter(analytics.prefix(), analytics.tags()).write(xml);
        xml.open("StorageClassAnalysis");
        analytics.destinationBucket().ifPresent(bucket -> {
            xml.open("DataExport")
                    .element("OutputSchemaVersion", "V_1")
                    .open("Destination")
                    .open("S3BucketDestination")
                    .element("Format", "CSV")
                    .element("Bucket", ARN + bucket);
            analytics.destinationPrefix().ifPresent(prefix -> xml.element("Prefix", prefix));
            xml.close("S3BucketDestination").close("Destination").close("DataExport");
        });
        return inner(xml.close("StorageClassAnalysis"));
    }

    /// *PutBucketAnalyticsConfiguration*.
    void putAnalytics(S3Request request) throws IOException {
        XmlElement root = request.xml("AnalyticsConfiguration");
        XmlElement analysis = root.child("StorageClassAnalysis").orElseThrow(ErrorCode.MalformedXML::error);
        Optional<XmlElement> destination = analysis.child("DataExport")
                .flatMap(export -> export.child("Destination"))
                .flatMap(element -> element.child("S3BucketDestination"));
        Filter filter = Filter.of(root.child("Filter"));
        request.store()
                .putAnalytics(
                        request.bucketName(),
                        new AnalyticsConfiguration(
                                sameId(request, root),
                                filter.prefix(),
                                filter.tags(),
                                destination.map(element -> bucketOf(element.required("Bucket"))),
                                destination.flatMap(element -> element.textOf("Prefix"))));
        request.respond(204);
    }

    /// *DeleteBucketAnalyticsConfiguration*.
    void deleteAnalytics(S3Request request) throws IOException {
        request.store().deleteAnalytics(request.bucketName(), id(request));
        request.respond(204);
    }

    // --- Intelligent-Tiering

    /// *GetBucketIntelligentTieringConfiguration* and *ListBucketIntelligentTieringConfigurations*.
    void getTiering(S3Request request) throws IOException {
        respond(
                request,
                request.store().intelligentTierings(request.bucketName()),
                IntelligentTieringConfiguration::id,
                "IntelligentTieringConfiguration",
                "ListBucketIntelligentTieringConfigurationsOutput",
                BucketReports::xml);
    }

    private static String xml(IntelligentTieringConfiguration tiering) {
        XmlWriter xml = new XmlWriter().element("Id", tiering.id());
        new Filter(tiering.prefix(), tiering.tags()).write(xml);
        xml.element("Status", tiering.enabled() ? "Enabled" : "Disabled");
        tier(xml, "ARCHIVE_ACCESS", tiering.tiers().archiveAfterDays());
        tier(xml, "DEEP_ARCHIVE_ACCESS", tiering.tiers().deepArchiveAfterDays());
        return inner(xml);
    }

    private static void tier(XmlWriter xml, String name, OptionalInt days) {
        if (days.isPresent()) {
            xml.open("Tiering")
                    .element("AccessTier", name)
                    .element("Days", days.getAsInt())
                    .close("Tiering");
        }
    }

    /// *PutBucketIntelligentTieringConfiguration*.
    void putTiering(S3Request request) throws IOException {
        XmlElement root = request.xml("IntelligentTieringConfiguration");
        Filter filter = Filter.of(root.child("Filter"));
        OptionalInt archive = OptionalInt.empty();
        OptionalInt deep = OptionalInt.empty();
        if (root.all("Tiering").isEmpty()) {
            throw ErrorCode.MalformedXML.error();
        }
        for (XmlElement tiering : root.all("Tiering")) {
            OptionalInt days = OptionalInt.of(days(tiering.required("Days")));
            switch (tiering.required("AccessTier")) {
                case "ARCHIVE_ACCESS" -> archive = days;
                case "DEEP_ARCHIVE_ACCESS" -> deep = days;
                default -> throw ErrorCode.MalformedXML.error();
            }
        }
        IntelligentTiering tiers;
        try {
            tiers = new IntelligentTiering(archive, deep);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.InvalidArgument.error(String.valueOf(e.getMessage()));
        }
        request.store()
                .putIntelligentTiering(
                        request.bucketName(),
                        new IntelligentTieringConfiguration(
                                sameId(request, root),
                                oneOf(root.required("Status"), "Enabled", "Disabled")
                                        .equals("Enabled"),
                                filter.prefix(),
                                filter.tags(),
                                tiers));
        request.respond(200);
    }

    private static int days(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ErrorCode.MalformedXML.error();
        }
    }

    /// *DeleteBucketIntelligentTieringConfiguration*.
    void deleteTiering(S3Request request) throws IOException {
        request.store().deleteIntelligentTiering(request.bucketName(), id(request));
        request.respond(204);
    }

    // --- metrics

    /// *GetBucketMetricsConfiguration* and *ListBucketMetricsConfigurations*.
    void getMetrics(S3Request request) throws IOException {
        respond(
                request,
                new ArrayList<>(request.store()
                        .documents(request.bucketName(), BucketDocument.METRICS)
                        .entrySet()),
                Map.Entry::getKey,
                "MetricsConfiguration",
                "ListMetricsConfigurationsResult",
                entry -> content(entry.getValue()));
    }

    private static String content(String document) {
        StringBuilder xml = new StringBuilder();
        for (XmlElement child :
                XmlElement.parse(document.getBytes(StandardCharsets.UTF_8)).children()) {
            xml.append(child.xml());
        }
        return xml.toString();
    }

    /// *PutBucketMetricsConfiguration*: kept; requests are metered whatever it says.
    void putMetrics(S3Request request) throws IOException {
        XmlElement root = request.xml("MetricsConfiguration");
        String id = sameId(request, root);
        request.store().putDocument(request.bucketName(), BucketDocument.METRICS, id, root.xml());
        request.respond(204);
    }

    /// *DeleteBucketMetricsConfiguration*.
    void deleteMetrics(S3Request request) throws IOException {
        String id = id(request);
        if (!request.store()
                .documents(request.bucketName(), BucketDocument.METRICS)
                .containsKey(id)) {
            throw none();
        }
        request.store().deleteDocument(request.bucketName(), BucketDocument.METRICS, id);
        request.respond(204);
    }
}
