package dev.rockpool.app.store;

import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.objectstore.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// The bucket whose lifecycle rules are edited.
interface RulesDesk {
    /// The bucket; empty while there is none.
    ObservableValue<Optional<BucketEntry>> bucket();

    /// The object whose future under the rules is told; empty while none is chosen.
    ObservableValue<Optional<StoredObject>> object();

    /// The bucket's rules as JSON, empty without any.
    void readRules(Consumer<String> then);

    /// Saves rules that were accepted.
    void putRules(LifecycleConfiguration configuration, Runnable then);

    /// Takes the bucket's rules away.
    void deleteRules(Runnable then);

    /// What rules that are not saved would do to the object.
    void foresee(LifecycleConfiguration configuration, Consumer<List<FutureEvent>> then);
}
