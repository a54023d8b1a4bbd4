package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.ChildShard;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.PartitionKey;
import dev.rockpool.streamengine.PutEntry;
import dev.rockpool.streamengine.PutResult;
import dev.rockpool.streamengine.ReadResult;
import dev.rockpool.streamengine.SequenceNumber;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.ShardIterator;
import dev.rockpool.streamengine.StartingPosition;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamKey;
import dev.rockpool.streamengine.StreamRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts and gets records.
final class RecordOperations {
    private static final int RECORD_OVERHEAD = 250;
    private static final int RESULT_BYTES = 120;
    /// What the service takes for a number before every other (mhart/kinesalite, `db/index.js`).
    private static final String BEFORE_ALL = "0";

    private final StreamEncryption encryption;

    RecordOperations(StreamEncryption encryption) {
        this.encryption = encryption;
    }

    Reply putRecord(KinesisRequest request) {
        Target target = request.stream();
        Fields fields = request.fields();
        PutEntry entry = entry(fields);
        Optional<SequenceNumber> after = fields.findText("SequenceNumberForOrdering")
                .filter(text -> !text.equals(BEFORE_ALL))
                .map(text -> SequenceNumber.find(text)
                        .orElseThrow(() -> KinesisError.invalidArgument("ExclusiveMinimumSequenceNumber " + text
                                + " used in PutRecord on " + target.sentence() + " is invalid.")));
        KeptDataKeys.ForCaller keys = encryption.dataKeys(request, target);
        Optional<StreamKey> key = StreamEncryption.key(target);
        key.ifPresent(keys::requireToWrite);
        PutResult.Accepted accepted = after.isPresent()
                ? target.engine().putRecord(target.stream(), entry, after.get(), keys)
                : target.engine().putRecord(target.stream(), entry, keys);
        return Reply.of(answer -> {
            answer.text("ShardId", accepted.shard().toString())
                    .text("SequenceNumber", accepted.sequenceNumber().toString());
            encrypted(answer, key.isPresent());
        });
    }

    Reply putRecords(KinesisRequest request) {
        Target target = request.stream();
        List<Fields> records = request.fields().structures("Records");
        List<PutEntry> entries = new ArrayList<>(records.size());
        for (Fields record : records) {
            entries.add(entry(record));
        }
        KeptDataKeys.ForCaller keys = encryption.dataKeys(request, target);
        Optional<StreamKey> key = StreamEncryption.key(target);
        key.ifPresent(keys::requireToWrite);
        List<PutResult> results = target.engine().putRecords(target.stream(), entries, keys);
        int failed = 0;
        for (PutResult result : results) {
            failed += result instanceof PutResult.Failed ? 1 : 0;
        }
        int failures = failed;
        return new Reply(results.size() * RESULT_BYTES, answer -> {
            answer.number("FailedRecordCount", failures).structures("Records", results, RecordOperations::result);
            encrypted(answer, key.isPresent());
        });
    }

    private static void encrypted(Answer answer, boolean isEncrypted) {
        if (isEncrypted) {
            answer.text("EncryptionType", "KMS");
        }
    }

    private static void result(Answer answer, PutResult result) {
        switch (result) {
            case PutResult.Accepted(ShardId shard, SequenceNumber number) ->
                answer.text("SequenceNumber", number.toString()).text("ShardId", shard.toString());
            case PutResult.Failed(String code, String message) ->
                answer.text("ErrorCode", code).text("ErrorMessage", message);
        }
    }

    private static PutEntry entry(Fields fields) {
        try {
            PutEntry entry = PutEntry.of(PartitionKey.of(fields.text("PartitionKey")), fields.bytes("Data"));
            return fields.findText("ExplicitHashKey")
                    .map(HashKey::parse)
                    .map(entry::withExplicitHashKey)
                    .orElse(entry);
        } catch (IllegalArgumentException fault) {
            throw KinesisError.invalidArgument(String.valueOf(fault.getMessage()));
        }
    }

    Reply getShardIterator(KinesisRequest request) {
        Target target = request.stream();
        ShardId shard = ShardOperations.shard(target, request.fields().text("ShardId"));
        if (target.engine().findProperties(target.stream()).isEmpty()) {
            throw KinesisError.notFound("Shard " + shard + " in " + target.sentence() + " does not exist");
        }
        StartingPosition position = position(
                target,
                shard,
                "StartingSequenceNumber",
                request.fields().text("ShardIteratorType"),
                request.fields().findText("StartingSequenceNumber"),
                request.fields().findTime("Timestamp"));
        ShardIterator iterator = target.engine().shardIterator(target.stream(), shard, position);
        return Reply.of(answer -> answer.text("ShardIterator", iterator.token()));
    }

    /// Where reading begins, by the members of a request.
    ///
    /// @param member what the request calls the number
    static StartingPosition position(
            Target target, ShardId shard, String member, String type, Optional<String> number, Optional<Instant> time) {
        boolean takesNumber = type.equals("AT_SEQUENCE_NUMBER") || type.equals("AFTER_SEQUENCE_NUMBER");
        if (takesNumber != number.isPresent()) {
            throw KinesisError.invalidArgument("Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER"
                    + " and " + member + " or (2) TRIM_HORIZON or LATEST and no " + member + ". Request specified "
                    + type + " and " + (takesNumber ? "no " : "also a ") + member + ".");
        }
        if (type.equals("AT_TIMESTAMP") && time.isEmpty()) {
            throw KinesisError.invalidArgument("Must specify timestampInMillis parameter for iterator of type"
                    + " AT_TIMESTAMP. Current request has no timestamp parameter.");
        }
        return switch (type) {
            case "AT_SEQUENCE_NUMBER" ->
                new StartingPosition.AtSequenceNumber(number(target, shard, number.orElseThrow()));
            case "AFTER_SEQUENCE_NUMBER" ->
                new StartingPosition.AfterSequenceNumber(number(target, shard, number.orElseThrow()));
            case "LATEST" -> new StartingPosition.Latest();
            case "AT_TIMESTAMP" -> new StartingPosition.AtTimestamp(time.orElseThrow());
            case "TRIM_HORIZON" -> new StartingPosition.TrimHorizon();
            default -> throw new IllegalStateException("requests.model allows the iterator type " + type);
        };
    }

    private static SequenceNumber number(Target target, ShardId shard, String text) {
        return SequenceNumber.find(text)
                .orElseThrow(() -> KinesisError.invalidArgument("StartingSequenceNumber " + text
                        + " used in GetShardIterator on shard " + shard + " in " + target.sentence()
                        + " is invalid."));
    }

    Reply getRecords(KinesisRequest request) {
        Fields fields = request.fields();
        ShardIterator iterator = new ShardIterator(fields.text("ShardIterator"));
        Target target = reader(request, iterator);
        KeptDataKeys.ForCaller keys = encryption.dataKeys(request, target);
        StreamEncryption.key(target).ifPresent(keys::requireToRead);
        ReadResult result = target.engine()
                .getRecords(iterator, fields.findNumber("Limit").orElse(StreamEngine.RECORDS_PER_READ), keys);
        return new Reply(likely(result.records()), answer -> {
            records(answer, result.records());
            answer.text("NextShardIterator", result.next().map(ShardIterator::token))
                    .number("MillisBehindLatest", result.millisBehindLatest());
            if (!result.children().isEmpty()) {
                children(answer, result.children());
            }
        });
    }

    /// The stream that an iterator reads, if the caller may. An iterator of another account needs the stream's ARN.
    private static Target reader(KinesisRequest request, ShardIterator iterator) {
        String account =
                request.fields().has("StreamARN") ? request.streamAddress().account() : request.account();
        StreamAddress address = request.services().streams().of(account).stream()
                .flatMap(engine -> engine.streamOf(iterator).stream())
                .findFirst()
                .map(name -> new StreamAddress(request.services().region(), account, name, Optional.empty()))
                .orElseThrow(() -> KinesisError.invalidArgument("Invalid ShardIterator."));
        if (request.fields().has("StreamARN")
                && !request.streamAddress().stream().equals(address.stream())) {
            throw KinesisError.invalidArgument("ShardIterator is not one of the stream of StreamARN "
                    + request.fields().text("StreamARN") + ".");
        }
        return request.allowed(address);
    }

    static int likely(List<StreamRecord> records) {
        long bytes = RECORD_OVERHEAD;
        for (StreamRecord record : records) {
            bytes += record.bytes() + record.data().length / 3 + RECORD_OVERHEAD;
        }
        return (int) Math.min(bytes, 16 << 20);
    }

    /// Writes records as *GetRecords* and *SubscribeToShard* answer them.
    static void records(Answer answer, List<StreamRecord> records) {
        answer.structures("Records", records, (member, record) -> {
            member.text("SequenceNumber", record.sequenceNumber().toString())
                    .time("ApproximateArrivalTimestamp", record.arrivedAt())
                    .bytes("Data", record.data())
                    .text("PartitionKey", record.partitionKey().value());
            if (record.isEncrypted()) {
                member.text("EncryptionType", "KMS");
            }
        });
    }

    static void children(Answer answer, List<ChildShard> children) {
        answer.structures(
                "ChildShards",
                children,
                (member, child) -> member.text("ShardId", child.id().toString())
                        .texts(
                                "ParentShards",
                                child.parents().stream().map(ShardId::toString).toList())
                        .structure("HashKeyRange", range -> ShardOperations.range(range, child.range())));
    }
}
