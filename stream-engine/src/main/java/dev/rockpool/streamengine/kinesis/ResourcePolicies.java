package dev.rockpool.streamengine.kinesis;

import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyJson;
import dev.rockpool.kernel.InputException;
import dev.rockpool.streamengine.ResourceProperties;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamProperties;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// The policies of streams and consumers, by which other accounts may use them (developer guide, *Sharing your data
/// stream with another account*).
final class ResourcePolicies {
    private static final int MOST_BYTES = 20 * 1024;
    private static final int MOST_REMEMBERED = 1_000;
    private static final Map<String, Policy> UNDERSTOOD = new ConcurrentHashMap<>();

    /// The policy of what is at `address`, if it has one.
    static Optional<Policy> of(StreamEngine engine, StreamAddress address) {
        return properties(engine, address).flatMap(ResourceProperties::policy).map(ResourcePolicies::understood);
    }

    /// What hangs on what is at `address`; empty where nothing is.
    static Optional<ResourceProperties> properties(StreamEngine engine, StreamAddress address) {
        return engine.findProperties(address.stream())
                .map(properties -> address.consumer()
                        .map(consumer -> properties.of(consumer.name()))
                        .orElse(properties.stream()));
    }

    /// Changes what hangs on a stream or a consumer.
    static void change(Target target, UnaryOperator<ResourceProperties> change) {
        target.engine().changeProperties(target.stream(), properties -> changed(target, properties, change));
    }

    private static StreamProperties changed(
            Target target, StreamProperties properties, UnaryOperator<ResourceProperties> change) {
        return target.address()
                .consumer()
                .map(consumer -> properties.with(consumer.name(), change.apply(properties.of(consumer.name()))))
                .orElseGet(() -> properties.with(change.apply(properties.stream())));
    }

    private static Policy understood(String json) {
        if (UNDERSTOOD.size() > MOST_REMEMBERED) {
            UNDERSTOOD.clear();
        }
        return UNDERSTOOD.computeIfAbsent(
                json, text -> PolicyJson.read("resource policy", PolicyJson.Kind.RESOURCE, text));
    }

    Reply put(KinesisRequest request) {
        Target target = existing(request.resource());
        String json = request.fields().text("Policy");
        if (json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw KinesisError.of(
                    "LimitExceededException", "The resource policy is larger than " + MOST_BYTES + " bytes.");
        }
        try {
            understood(json);
        } catch (InputException fault) {
            throw KinesisError.invalidArgument("The resource policy is not valid: " + fault.sentence());
        }
        change(target, before -> before.withPolicy(Optional.of(json)));
        return Reply.NOTHING;
    }

    Reply get(KinesisRequest request) {
        Target target = existing(request.resource());
        String json = policy(target);
        return Reply.of(answer -> answer.text("Policy", json));
    }

    Reply delete(KinesisRequest request) {
        Target target = existing(request.resource());
        policy(target);
        change(target, before -> before.withPolicy(Optional.empty()));
        return Reply.NOTHING;
    }

    private static String policy(Target target) {
        return properties(target.engine(), target.address())
                .flatMap(ResourceProperties::policy)
                .orElseThrow(() -> KinesisError.notFound("No resource policy found for resource ARN "
                        + target.address().arn()));
    }

    /// @throws KinesisError or refusal if nothing is at the address
    private static Target existing(Target target) {
        if (target.address().consumer().isPresent()) {
            var _ = ConsumerOperations.require(target);
        } else {
            var _ = target.engine().describeStream(target.stream());
        }
        return target;
    }
}
