package dev.rockpool.streamengine.kinesis;

import dev.rockpool.gateway.Exchange;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.keys.KeyUse;
import dev.rockpool.streamengine.ConsumerName;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamName;
import java.util.Optional;

/// A request that was read and checked, and what it is about.
///
/// @param fields what it holds, as its operation's shape has it
record KinesisRequest(
        KinesisServices services, Exchange exchange, Operation operation, Wire wire, Caller caller, Fields fields) {
    /// The caller's account; anonymous callers never come this far.
    String account() {
        return caller.accountId().orElseThrow();
    }

    /// The caller's own streams.
    StreamEngine own() {
        return services.streams()
                .of(account())
                .orElseThrow(() -> new IllegalStateException("An account that signs has streams"));
    }

    /// The stream that the request names by name, ARN or id, if the caller may do this with it.
    Target stream() {
        return allowed(streamAddress());
    }

    /// The stream or consumer of a `ResourceARN`, if the caller may do this with it.
    Target resource() {
        return allowed(address("ResourceARN"));
    }

    /// The consumer of `ConsumerARN`, or that of a stream and a name, if the caller may do this with it.
    Target consumer() {
        if (fields.has("ConsumerARN")) {
            StreamAddress address = address("ConsumerARN");
            if (address.consumer().isEmpty()) {
                throw notAnArn("ConsumerARN", fields.text("ConsumerARN"));
            }
            return allowed(address);
        }
        String name = fields.findText("ConsumerName").orElse("");
        if (name.isEmpty() || !fields.has("StreamARN")) {
            throw KinesisError.invalidArgument(
                    "Either ConsumerARN, or both StreamARN and ConsumerName, must be provided.");
        }
        StreamAddress stream = address("StreamARN");
        long created = services.streams().of(stream.account()).stream()
                .flatMap(engine -> ConsumerOperations.created(engine, stream.stream(), name).stream())
                .findFirst()
                .orElse(0L);
        return allowed(stream.of(new ConsumerName(name), created));
    }

    /// The caller's stream with that name, if the caller may do this with it.
    Target named(StreamName name) {
        return allowed(new StreamAddress(services.region(), account(), name, Optional.empty()));
    }

    /// Refuses unless the caller may do this with whatever of the account it concerns.
    void requireLeave() {
        StreamAccess.require(this);
    }

    /// The address that the request gives for a stream.
    StreamAddress streamAddress() {
        Optional<String> name = fields.findText("StreamName");
        Optional<String> id = fields.findText("StreamId");
        if (fields.has("StreamARN")) {
            StreamAddress address = address("StreamARN").ofStream();
            if (name.isPresent() && !address.stream().value().equals(name.get())) {
                throw KinesisError.invalidArgument(
                        "StreamName " + name.get() + " is not that of the stream of StreamARN " + address + ".");
            }
            return checked(address, id);
        }
        if (name.isPresent()) {
            return checked(
                    new StreamAddress(services.region(), account(), new StreamName(name.get()), Optional.empty()), id);
        }
        if (id.isPresent()) {
            return own().listStreams().stream()
                    .filter(stream -> StreamIds.of(account(), stream.id()).equals(id.get()))
                    .map(StreamDescription::name)
                    .map(found -> new StreamAddress(services.region(), account(), found, Optional.empty()))
                    .findFirst()
                    .orElseThrow(() -> KinesisError.notFound(
                            "Stream " + id.get() + " under account " + account() + " not found."));
        }
        throw KinesisError.invalidArgument("Either StreamName or StreamARN must be provided.");
    }

    private StreamAddress checked(StreamAddress address, Optional<String> id) {
        if (id.isPresent()) {
            boolean isSame = services.streams().of(address.account()).stream()
                    .flatMap(engine -> engine.listStreams().stream())
                    .filter(stream -> stream.name().equals(address.stream()))
                    .anyMatch(stream ->
                            StreamIds.of(address.account(), stream.id()).equals(id.get()));
            if (!isSame) {
                throw KinesisError.notFound(
                        "Stream " + id.get() + " under account " + address.account() + " not found.");
            }
        }
        return address;
    }

    private StreamAddress address(String member) {
        String arn = fields.text(member);
        return StreamAddress.find(arn).orElseThrow(() -> notAnArn(member, arn));
    }

    private static KinesisError notAnArn(String member, String arn) {
        return KinesisError.invalidArgument(member + " " + arn + " names no stream or consumer.");
    }

    Target allowed(StreamAddress address) {
        Optional<StreamEngine> engine = services.streams()
                .of(address.account())
                .filter(_ -> address.region().equals(services.region()));
        StreamAccess.require(this, address, engine);
        return new Target(
                engine.orElseThrow(() -> KinesisError.notFound(
                        "Stream " + address.stream() + " under account " + address.account() + " not found.")),
                address);
    }

    /// What policies can ask about the request itself.
    RequestContext.Builder context() {
        RequestContext.Builder context = RequestContext.builder()
                .put("aws:SourceIp", exchange.remoteAddress())
                .put("aws:SecureTransport", Boolean.toString(exchange.secure()));
        exchange.header("user-agent").ifPresent(agent -> context.put("aws:UserAgent", agent));
        exchange.header("x-rockpool-vpce").ifPresent(endpoint -> context.put("aws:SourceVpce", endpoint));
        return context;
    }

    /// The caller as a user of keys through the stream service.
    KeyUse keyUse() {
        return KeyUse.via(
                caller,
                "kinesis." + services.region() + ".amazonaws.com",
                context().build());
    }
}
