package dev.rockpool.streamengine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/// Each constraint of each operation's request, broken one at a time; and the service's sentences written by hand.
class RequestModelTest {
    private final JsonMapper json = JsonMapper.builder().build();
    private final RequestModel model = RequestModel.load();

    /// A request that breaks the model, and what is said of it.
    private record Broken(String body, String sentence) {}

    @TestFactory
    Stream<DynamicTest> everyOperationTakesAValidRequestAndRefusesABrokenOne() {
        return Stream.of(Operation.values())
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    Shape.Structure shape = model.request(operation);
                    Map<String, Object> valid = valid(shape);
                    assertThat(fault(operation, json.writeValueAsString(valid))).isEmpty();
                    for (Broken broken : broken(shape, valid)) {
                        assertThat(fault(operation, broken.body())).contains(broken.sentence());
                    }
                }));
    }

    private String fault(Operation operation, String body) {
        try {
            Shape.Structure shape = model.request(operation);
            Constraints.check(shape, BodyReader.read(Wire.JSON, body.getBytes(StandardCharsets.UTF_8), shape));
            return "";
        } catch (KinesisError error) {
            return error.code() + ": " + error.sentence().orElse("");
        }
    }

    private List<Broken> broken(Shape.Structure shape, Map<String, Object> valid) {
        List<Broken> all = new ArrayList<>();
        for (Shape.Member member : shape.members()) {
            if (member.required()) {
                all.add(broken(
                        valid,
                        member,
                        null,
                        "'" + member.label() + "' failed to satisfy constraint: " + "Member must not be null"));
            }
            switch (member.shape()) {
                case Shape.Text text -> {
                    if (text.length().hasMost()) {
                        all.add(broken(
                                valid,
                                member,
                                "a".repeat((int) text.length().most() + 1),
                                "Member must have length less than or equal to "
                                        + text.length().most()));
                    }
                    if (text.length().hasLeast()) {
                        all.add(broken(
                                valid,
                                member,
                                "",
                                "Member must have length greater than or equal to "
                                        + text.length().least()));
                    }
                    if (text.pattern().isPresent()) {
                        all.add(broken(
                                valid,
                                member,
                                "§",
                                "Member must satisfy regular expression pattern: "
                                        + text.pattern().get().pattern()));
                    }
                    if (!text.words().isEmpty()) {
                        all.add(broken(
                                valid,
                                member,
                                "§",
                                "Member must satisfy enum value set: [" + String.join(", ", text.words()) + "]"));
                    }
                    all.add(broken(valid, member, List.of(), "Start of list found where not expected"));
                }
                case Shape.Whole(Shape.Bounds bounds) -> {
                    if (bounds.hasLeast()) {
                        all.add(broken(
                                valid,
                                member,
                                bounds.least() - 1,
                                "Member must have value greater than or equal to " + bounds.least()));
                    }
                    if (bounds.hasMost()) {
                        all.add(broken(
                                valid,
                                member,
                                bounds.most() + 1,
                                "Member must have value less than or equal to " + bounds.most()));
                    }
                    all.add(broken(valid, member, true, "class java.lang.Boolean can not be converted to an Integer"));
                }
                case Shape.Sequence sequence -> {
                    all.add(broken(
                            valid,
                            member,
                            List.of(),
                            "Member must have length greater than or equal to "
                                    + sequence.length().least()));
                    List<Object> many = new ArrayList<>();
                    for (long at = 0; at <= sequence.length().most(); at++) {
                        many.add(value(sequence.element()));
                    }
                    all.add(broken(
                            valid,
                            member,
                            many,
                            "Member must have length less than or equal to "
                                    + sequence.length().most()));
                    all.add(broken(valid, member, 1, "Expected list or null"));
                }
                case Shape.Dictionary dictionary -> {
                    all.add(broken(
                            valid,
                            member,
                            Map.of(),
                            "Member must have length greater than or equal to "
                                    + dictionary.length().least()));
                    all.add(broken(
                            valid,
                            member,
                            Map.of("k".repeat(129), "v"),
                            "Map keys must satisfy constraint: "
                                    + "[Member must have length less than or equal to 128, "
                                    + "Member must have length greater than or equal to 1]"));
                    all.add(broken(valid, member, "x", "Expected map or null"));
                }
                case Shape.Structure structure -> {
                    for (Broken inner : broken(structure, valid(structure))) {
                        all.add(broken(
                                valid,
                                member,
                                json.readTree(inner.body()),
                                inner.sentence()
                                        .replace("at '", "at '" + member.label() + ".")
                                        .replaceFirst("^'", "'" + member.label() + ".")));
                    }
                    all.add(broken(valid, member, "x", "Expected null"));
                }
                case Shape.Blob _ ->
                    all.add(broken(valid, member, true, "class java.lang.Boolean can not be converted to a Blob"));
                case Shape.Time _ ->
                    all.add(broken(
                            valid,
                            member,
                            "x",
                            "class java.lang.String can not be converted to milliseconds since epoch"));
                case Shape.Flag _ -> all.add(broken(valid, member, "x", "'X' can not be converted to an Boolean"));
            }
        }
        return all;
    }

    private Broken broken(
            Map<String, Object> valid,
            Shape.Member member,
            @org.jspecify.annotations.Nullable Object value,
            String sentence) {
        Map<String, @org.jspecify.annotations.Nullable Object> body = new LinkedHashMap<>(valid);
        body.put(member.name(), value);
        return new Broken(json.writeValueAsString(body), sentence);
    }

    private static Map<String, Object> valid(Shape.Structure shape) {
        Map<String, Object> valid = new LinkedHashMap<>();
        shape.members().stream()
                .filter(Shape.Member::required)
                .forEach(member -> valid.put(member.name(), value(member.shape())));
        return valid;
    }

    private static Object value(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> {
                if (!text.words().isEmpty()) {
                    yield text.words().getFirst();
                }
                yield Stream.of(
                                "1",
                                "arn:aws:kinesis:us-east-1:111111111111:stream/x",
                                "arn:aws:kinesis:us-east-1:111111111111:stream/x/consumer/c:1")
                        .filter(example -> text.pattern()
                                .map(pattern -> pattern.matcher(example).matches())
                                .orElse(true))
                        .findFirst()
                        .orElseThrow();
            }
            case Shape.Whole(Shape.Bounds bounds) -> bounds.hasLeast() ? bounds.least() : 1;
            case Shape.Flag _ -> true;
            case Shape.Time _ -> 1;
            case Shape.Blob _ -> "AAAA";
            case Shape.Sequence sequence -> List.of(value(sequence.element()));
            case Shape.Dictionary _ -> Map.of("k", "v");
            case Shape.Structure structure -> valid(structure);
        };
    }

    @Test
    void sentencesAreTheServices() {
        assertThat(fault(Operation.GetShardIterator, """
                {"StreamName":"","ShardId":"","ShardIteratorType":"","StartingSequenceNumber":""}
                """))
                .startsWith("ValidationException: 6 validation errors detected: ")
                .contains("Value '' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value"
                        + " set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_TIMESTAMP, AT_SEQUENCE_NUMBER, TRIM_HORIZON]")
                .contains("Value '' at 'startingSequenceNumber' failed to satisfy constraint: Member must satisfy"
                        + " regular expression pattern: 0|([1-9]\\d{0,128})")
                .contains("Value '' at 'streamName' failed to satisfy constraint: Member must have length greater than"
                        + " or equal to 1");
        assertThat(fault(Operation.PutRecords, "{\"StreamName\":\"a\",\"Records\":[{}]}"))
                .isEqualTo("ValidationException: 2 validation errors detected: Value null at"
                        + " 'records.1.member.partitionKey' failed to satisfy constraint: Member must not be null;"
                        + " Value null at 'records.1.member.data' failed to satisfy constraint: Member must not be"
                        + " null");
        assertThat(fault(
                        Operation.AddTagsToStream,
                        "{\"StreamName\":\"a\",\"Tags\":{\"a\":\"" + "v".repeat(257) + "\"}}"))
                .endsWith("at 'tags' failed to satisfy constraint: Map value must satisfy constraint: [Member must have"
                        + " length less than or equal to 256, Member must have length greater than or equal to 0]");
        assertThat(fault(Operation.RemoveTagsFromStream, "{\"StreamName\":\"a\",\"TagKeys\":[\"\"]}"))
                .isEqualTo("ValidationException: 1 validation error detected: Value '[]' at 'tagKeys' failed to satisfy"
                        + " constraint: Member must satisfy constraint: [Member must have length less than or equal to"
                        + " 128, Member must have length greater than or equal to 1]");
    }

    @Test
    void tenFaultsAreToldAtMost() {
        String records = "{},".repeat(20);
        assertThat(fault(Operation.PutRecords, "{\"Records\":[" + records.substring(0, records.length() - 1) + "]}"))
                .startsWith("ValidationException: 10 validation errors detected: ");
    }

    @Test
    void bytesAreReadAsTheServiceReadsThem() {
        String put = "{\"StreamName\":\"a\",\"PartitionKey\":\"k\",\"Data\":\"%s\"}";
        assertThat(fault(Operation.PutRecord, put.formatted("23456")))
                .isEqualTo("SerializationException: '23456' can not be converted to a Blob: Base64 encoded length is"
                        + " expected a multiple of 4 bytes but found: 5");
        assertThat(fault(Operation.PutRecord, put.formatted("=+/=")))
                .isEqualTo("SerializationException: '=+/=' can not be converted to a Blob: Invalid Base64 character:"
                        + " '='");
        assertThat(fault(Operation.PutRecord, put.formatted("+/+=")))
                .isEqualTo("SerializationException: '+/+=' can not be converted to a Blob: Invalid last non-pad Base64"
                        + " character dectected");
        assertThat(fault(Operation.PutRecord, put.formatted("AA A")))
                .isEqualTo("SerializationException: 'AA A' can not be converted to a Blob: Invalid Base64 character:"
                        + " ' '");
        assertThat(fault(Operation.PutRecord, put.formatted("é/+=")))
                .isEqualTo("SerializationException: 'é/+=' can not be converted to a Blob: Invalid Base64 character:"
                        + " 'é'");
        assertThat(fault(Operation.PutRecord, put.formatted("===="))).startsWith("SerializationException: ");
        assertThat(fault(Operation.PutRecord, put.formatted("AA=="))).isEmpty();
        assertThat(fault(Operation.PutRecord, put.formatted(""))).isEmpty();
    }

    @Test
    void bytesAreReadHoweverTheyAreWritten() {
        Shape.Structure shape = model.request(Operation.PutRecord);
        Random random = new Random(8);
        for (int length = 0; length < 200; length++) {
            byte[] data = new byte[length];
            random.nextBytes(data);
            String plain = Base64.getEncoder().encodeToString(data);
            for (String written : List.of(plain, plain.replace("/", "\\/"), plain.replace("A", "\\u0041"))) {
                String body = "{ \"Data\" : \"" + written + "\", \"PartitionKey\":\"é\"}";
                for (String start : List.of("", "\uFEFF")) {
                    byte[] bytes = (start + body).getBytes(StandardCharsets.UTF_8);
                    assertThat(BodyReader.read(Wire.JSON, bytes, shape).bytes("Data"))
                            .isEqualTo(data);
                }
                assertThat(BodyReader.read(Wire.JSON, body.getBytes(StandardCharsets.UTF_16BE), shape)
                                .bytes("Data"))
                        .isEqualTo(data);
            }
        }
    }
}
