package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.ConsumerDescription;
import dev.rockpool.streamengine.ConsumerName;
import dev.rockpool.streamengine.ResourceProperties;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamName;
import java.util.List;
import java.util.Optional;

/// Registers, describes, lists and deregisters enhanced fan-out consumers.
final class ConsumerOperations {
    private static final int PAGE = 100;

    /// When that consumer was registered, in seconds of the epoch; empty if there is none.
    static Optional<Long> created(StreamEngine engine, StreamName stream, String consumer) {
        boolean isThere = engine.listStreams().stream()
                .anyMatch(description -> description.name().equals(stream));
        return isThere
                ? engine.listConsumers(stream).stream()
                        .filter(one -> one.name().value().equals(consumer))
                        .map(one -> one.createdAt().getEpochSecond())
                        .findFirst()
                : Optional.empty();
    }

    Reply register(KinesisRequest request) {
        Target target = request.stream();
        ConsumerName name = new ConsumerName(request.fields().text("ConsumerName"));
        TagOperations.requireValid(target, request.fields().map("Tags"));
        ConsumerDescription consumer = target.engine().registerConsumer(target.stream(), name);
        if (request.fields().has("Tags")) {
            target.engine()
                    .changeProperties(
                            target.stream(),
                            properties -> properties.with(
                                    name,
                                    ResourceProperties.NONE.withTags(
                                            request.fields().map("Tags"))));
        }
        return Reply.of(answer -> answer.structure("Consumer", member -> consumer(member, target, consumer)));
    }

    private static void consumer(Answer answer, Target target, ConsumerDescription consumer) {
        answer.text("ConsumerName", consumer.name().value())
                .text("ConsumerARN", address(target, consumer).arn())
                .text("ConsumerStatus", consumer.status().name())
                .time("ConsumerCreationTimestamp", consumer.createdAt());
    }

    private static StreamAddress address(Target target, ConsumerDescription consumer) {
        return target.address().of(consumer.name(), consumer.createdAt().getEpochSecond());
    }

    Reply deregister(KinesisRequest request) {
        Target target = request.consumer();
        ConsumerDescription consumer = require(target);
        target.engine().deregisterConsumer(target.stream(), consumer.name());
        return Reply.NOTHING;
    }

    Reply describe(KinesisRequest request) {
        Target target = request.consumer();
        ConsumerDescription consumer = require(target);
        return Reply.of(answer -> answer.structure("ConsumerDescription", member -> {
            consumer(member, target, consumer);
            member.text("StreamARN", target.address().ofStream().arn());
        }));
    }

    /// The consumer that is meant.
    ///
    /// @throws KinesisError `ResourceNotFoundException` if the one with that name was registered at another time
    static ConsumerDescription require(Target target) {
        StreamAddress.Consumer meant = target.address().consumer().orElseThrow();
        ConsumerDescription consumer = target.engine().describeConsumer(target.stream(), meant.name());
        if (consumer.createdAt().getEpochSecond() != meant.createdSeconds()) {
            throw KinesisError.notFound("Consumer " + target.address().arn() + " under account "
                    + target.address().account() + " not found.");
        }
        return consumer;
    }

    Reply list(KinesisRequest request) {
        Fields fields = request.fields();
        Target target = request.stream();
        ShardOperations.requireCreated(target, fields.findTime("StreamCreationTimestamp"));
        Optional<ConsumerName> after = fields.findText("NextToken")
                .map(token -> PageToken.consumers(token, target.engine().now()))
                .map(last -> after(target, last));
        int most = fields.findNumber("MaxResults").orElse(PAGE);
        List<ConsumerDescription> rest = target.engine().listConsumers(target.stream()).stream()
                .filter(consumer -> after.isEmpty() || consumer.name().compareTo(after.get()) > 0)
                .toList();
        List<ConsumerDescription> page = rest.subList(0, Math.min(most, rest.size()));
        return Reply.of(answer -> {
            answer.structures("Consumers", page, (member, consumer) -> consumer(member, target, consumer));
            if (page.size() < rest.size()) {
                answer.text(
                        "NextToken",
                        PageToken.consumers(
                                address(target, page.getLast()), target.engine().now()));
            }
        });
    }

    private static ConsumerName after(Target target, StreamAddress last) {
        if (!last.ofStream().equals(target.address().ofStream())) {
            throw KinesisError.invalidArgument("NextToken is one of another stream.");
        }
        return last.consumer().orElseThrow().name();
    }
}
