package dev.rockpool.app.preference;

import dev.rockpool.app.task.TaskRunner;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Preferences that are read once and written, in the background, as they change.
public final class StoredPreferences implements Preferences {
    private Map<String, String> stored;
    private final TaskRunner tasks;
    private final Consumer<Map<String, String>> write;
    private final Map<String, ObjectProperty<Object>> values = new HashMap<>();
    private final Map<String, Setting<?>> settings = new HashMap<>();
    /// What waits to be written; guarded by itself.
    private final Map<String, String> waiting = new LinkedHashMap<>();

    /// @param stored what was stored before, by name
    /// @param write stores values by name; called in the background, one call at a time
    public StoredPreferences(Map<String, String> stored, TaskRunner tasks, Consumer<Map<String, String>> write) {
        this.stored = Map.copyOf(stored);
        this.tasks = tasks;
        this.write = write;
    }

    @Override
    public <T> T get(Setting<T> setting) {
        return property(setting).getValue();
    }

    @Override
    public <T> void set(Setting<T> setting, T value) {
        ObjectProperty<T> property = property(setting);
        if (value.equals(property.getValue())) {
            return;
        }
        property.setValue(value);
        synchronized (waiting) {
            waiting.put(setting.name(), setting.write().apply(value));
        }
        tasks.of(_ -> writeWaiting()).start();
    }

    @Override
    public void takeOver(Map<String, String> elsewhere) {
        stored = Map.copyOf(elsewhere);
        settings.values().forEach(this::readAgain);
    }

    private <T> void readAgain(Setting<T> setting) {
        property(setting).setValue(read(setting));
    }

    private <T> T read(Setting<T> setting) {
        return Optional.ofNullable(stored.get(setting.name()))
                .flatMap(setting.read())
                .orElse(setting.standard());
    }

    @Override
    public <T> ObservableValue<T> observe(Setting<T> setting) {
        return property(setting);
    }

    /// A setting's type never changes, so its property holds only that type.
    @SuppressWarnings("unchecked")
    private <T> ObjectProperty<T> property(Setting<T> setting) {
        settings.putIfAbsent(setting.name(), setting);
        return (ObjectProperty<T>)
                values.computeIfAbsent(setting.name(), _ -> new SimpleObjectProperty<>(read(setting)));
    }

    /// Later values of a name replace earlier ones that still wait; writes keep their order.
    private int writeWaiting() {
        synchronized (waiting) {
            if (!waiting.isEmpty()) {
                write.accept(Map.copyOf(waiting));
            }
            int written = waiting.size();
            waiting.clear();
            return written;
        }
    }
}
