package dev.rockpool.streamengine.kinesis;

import dev.rockpool.gateway.Exchange;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.streamengine.ConsumerName;
import dev.rockpool.streamengine.FanOutSubscription;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StartingPosition;
import dev.rockpool.streamengine.SubscriptionEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Answers *SubscribeToShard*: pushes what the engine delivers until the subscription is over, as fast as the peer
/// takes it and the shard's two megabytes a second allow.
///
/// A peer that hears nothing hears the position every few seconds, so that it, and this side, notice a broken
/// connection.
final class Subscription {
    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final int LOOKS_PER_HEARTBEAT = 25;

    private final StreamEncryption encryption;
    private volatile boolean closing;

    Subscription(StreamEncryption encryption) {
        this.encryption = encryption;
    }

    /// Ends all that is pushed, soon.
    void close() {
        closing = true;
    }

    /// Subscribes, and answers until it is over.
    ///
    /// @throws KinesisError or refusal if nothing can be subscribed to; later causes are told in the stream
    void serve(KinesisRequest request) throws IOException {
        Target target = request.consumer();
        ConsumerName consumer = ConsumerOperations.require(target).name();
        ShardId shard = ShardOperations.shard(target, request.fields().text("ShardId"));
        Fields from = request.fields().structure("StartingPosition");
        StartingPosition position = RecordOperations.position(
                target,
                shard,
                "SequenceNumber",
                from.text("Type"),
                from.findText("SequenceNumber"),
                from.findTime("Timestamp"));
        KeptDataKeys.ForCaller keys = encryption.dataKeys(request, target);
        StreamEncryption.key(target).ifPresent(keys::requireToRead);
        try (FanOutSubscription subscription =
                target.engine().subscribe(target.stream(), consumer, shard, position, keys)) {
            Exchange exchange = request.exchange();
            exchange.set("Content-Type", "application/vnd.amazon.eventstream");
            new Push(request.wire(), subscription).run(exchange.stream(200, -1));
        }
    }

    /// One subscription on its way to its peer.
    private final class Push {
        private final Wire wire;
        private final FanOutSubscription subscription;
        private final Semaphore news = new Semaphore(0);

        Push(Wire wire, FanOutSubscription subscription) {
            this.wire = wire;
            this.subscription = subscription;
        }

        void run(OutputStream out) throws IOException {
            subscription.whenWorthPolling(news::release);
            send(out, EventFrames.event("initial-response", wire.contentType(), Answer.bytes(wire, 2, _ -> {})));
            try {
                push(out);
                end(out);
            } catch (KeyRefusal refusal) {
                KinesisError error = StreamEncryption.error(refusal);
                exception(out, error.code(), refusal.sentence());
            }
            out.close();
        }

        private void push(OutputStream out) throws IOException {
            int idle = 0;
            boolean isOver = false;
            while (!isOver && !closing) {
                Optional<SubscriptionEvent> delivery = subscription.poll();
                if (delivery.isPresent()) {
                    send(out, event(delivery.get()));
                    idle = 0;
                } else if (subscription.state() != FanOutSubscription.State.ACTIVE) {
                    isOver = true;
                } else if (idle == LOOKS_PER_HEARTBEAT) {
                    send(out, event(subscription.heartbeat()));
                    idle = 0;
                } else {
                    isOver = !await();
                    idle++;
                }
            }
        }

        /// Waits for news, or until a second of the clock may have gone by; false if the server ends.
        private boolean await() {
            try {
                if (news.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
                return true;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private byte[] event(SubscriptionEvent event) {
            byte[] payload = Answer.bytes(wire, RecordOperations.likely(event.records()), answer -> {
                RecordOperations.records(answer, event.records());
                answer.number("MillisBehindLatest", event.millisBehindLatest());
                if (event.children().isEmpty()) {
                    answer.text(
                            "ContinuationSequenceNumber", event.continuation().toString());
                } else {
                    // a shard at its end has nothing to go on with; the client library takes both for an error
                    RecordOperations.children(answer, event.children());
                }
            });
            return EventFrames.event("SubscribeToShardEvent", wire.contentType(), payload);
        }

        private void end(OutputStream out) throws IOException {
            switch (subscription.state()) {
                case TAKEN_OVER ->
                    exception(
                            out,
                            "ResourceInUseException",
                            "Another active subscription exists for this consumer: it took over this one.");
                case GONE -> exception(out, "ResourceNotFoundException", "The stream or the consumer is gone.");
                case ACTIVE, EXPIRED, SHARD_END, CLOSED -> {
                    // the end of the answer says it
                }
            }
        }

        private void exception(OutputStream out, String type, String sentence) throws IOException {
            byte[] payload = Answer.bytes(wire, 200, answer -> answer.text("message", sentence));
            send(out, EventFrames.exception(type, wire.contentType(), payload));
        }

        private void send(OutputStream out, byte[] frame) throws IOException {
            out.write(frame);
            out.flush();
        }
    }
}
