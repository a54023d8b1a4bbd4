package dev.rockpool.streamengine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Registers and removes enhanced fan-out consumers. What each method does is said in [StreamEngine].
final class ConsumerAdministration {
    private static final int CONSUMERS_IN_CREATION = 5;
    private static final int COMMITTED_CONSUMERS = 50;

    private final Settling settling;
    private final Preconditions given;
    private final Refusals refusals;
    private final StreamCatalog catalog;
    private final StreamEngineOptions options;
    private final StreamListener listener;

    ConsumerAdministration(
            Settling settling,
            Preconditions given,
            Refusals refusals,
            StreamCatalog catalog,
            StreamEngineOptions options,
            StreamListener listener) {
        this.settling = settling;
        this.given = given;
        this.refusals = refusals;
        this.catalog = catalog;
        this.options = options;
        this.listener = listener;
    }

    ConsumerState registerConsumer(StreamName name, ConsumerName consumer) {
        return settling.changed(now -> {
            LiveStream stream = given.require(name);
            StreamState state = stream.state();
            given.requireActive(state);
            if (state.consumer(consumer).isPresent()) {
                throw refusals.consumerExists(name, consumer);
            }
            int most = catalog.commitment().holds(now) ? COMMITTED_CONSUMERS : options.consumerLimit();
            if (state.consumers().size() >= most) {
                throw refusals.limit("Stream " + name + " has the most consumers it can have, " + most + ".");
            }
            long creating = state.consumers().stream()
                    .filter(one -> one.status() == ConsumerStatus.CREATING)
                    .count();
            if (creating >= CONSUMERS_IN_CREATION) {
                throw refusals.limit("Only " + CONSUMERS_IN_CREATION + " consumers of stream " + name
                        + " can be in the CREATING state at a time.");
            }
            ConsumerState registered = new ConsumerState(
                    consumer,
                    ConsumerStatus.CREATING,
                    Instant.ofEpochSecond(now.getEpochSecond()),
                    Optional.of(now.plus(options.changeTakes())));
            List<ConsumerState> consumers = new ArrayList<>(state.consumers());
            consumers.add(registered);
            consumers.sort(Comparator.comparing(ConsumerState::name));
            catalog.change(stream, state.with(draft -> draft.consumers = consumers));
            listener.happened(new StreamEvent.ConsumerRegistered(now, name, consumer, consumers.size()));
            return registered;
        });
    }

    void deregisterConsumer(StreamName name, ConsumerName consumer) {
        settling.change(now -> {
            LiveStream stream = given.require(name);
            StreamState state = stream.state();
            ConsumerState former = given.requireConsumer(state, consumer);
            if (former.status() == ConsumerStatus.DELETING) {
                return;
            }
            List<ConsumerState> consumers = new ArrayList<>(state.consumers());
            consumers.set(
                    consumers.indexOf(former),
                    new ConsumerState(
                            consumer,
                            ConsumerStatus.DELETING,
                            former.createdAt(),
                            Optional.of(now.plus(options.changeTakes()))));
            catalog.change(stream, state.with(draft -> {
                draft.consumers = consumers;
                draft.properties = state.properties().with(consumer, ResourceProperties.NONE);
            }));
            stream.subscriptions().endConsumer(consumer);
            long left = consumers.stream()
                    .filter(one -> one.status() != ConsumerStatus.DELETING)
                    .count();
            listener.happened(new StreamEvent.ConsumerDeregistered(now, name, consumer, (int) left));
        });
    }
}
