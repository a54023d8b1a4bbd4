package dev.rockpool.app.costs;

import dev.rockpool.app.fleet.BucketRules;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.objectstore.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The lifecycle rules of the buckets in the store.
final class StoreRules {
    private final RunningPlatform platform;
    private final TaskRunner tasks;
    private Optional<Consumer<List<BucketRules>>> waiting = Optional.empty();

    StoreRules(RunningPlatform platform, TaskRunner tasks) {
        this.platform = platform;
        this.tasks = tasks;
        platform.state().subscribe(now -> {
            if (now instanceof PlatformState.Open && waiting.isPresent()) {
                Consumer<List<BucketRules>> then = waiting.get();
                waiting = Optional.empty();
                read(then);
            }
        });
    }

    /// Tells which buckets have rules, once the store is open; opens it if need be.
    void read(Consumer<List<BucketRules>> then) {
        if (platform.state().get() instanceof PlatformState.Open open) {
            tasks.of(_ -> of(open.platform().objects())).onSuccess(then).start();
        } else {
            waiting = Optional.of(then);
            platform.open();
        }
    }

    private static List<BucketRules> of(ObjectStore store) {
        return store.buckets().stream()
                .flatMap(bucket -> store.lifecycle(bucket.name()).stream()
                        .map(settings -> new BucketRules(
                                bucket.name(),
                                LifecycleJson.write(settings.configuration()).toString())))
                .toList();
    }
}
