package dev.rockpool.app.preference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.database.Database;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPreferencesTest {
    private static final Setting<Integer> DEPTH = Setting.number("pool.depth", 30, 10, 90);
    private static final Setting<Boolean> TIDE = Setting.flag("pool.tide", false);
    private static final Setting<Thread.State> STATE = Setting.choice("pool.state", Thread.State.NEW);
    private static final Setting<String> NAME = Setting.text("pool.name", "");

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Map<String, String> written = new HashMap<>();
    private final TaskRunner tasks = new TaskRunner(background::add, Runnable::run, failure -> {
        throw new AssertionError(failure);
    });

    private StoredPreferences over(Map<String, String> stored) {
        return new StoredPreferences(stored, tasks, written::putAll);
    }

    @Test
    void standsAtTheDefaultUntilAnotherValueIsChosen() {
        StoredPreferences preferences = over(Map.of());
        assertThat(preferences.get(DEPTH)).isEqualTo(30);
        preferences.set(DEPTH, 40);
        assertThat(preferences.get(DEPTH)).isEqualTo(40);
    }

    @Test
    void readsWhatWasStored() {
        StoredPreferences preferences =
                over(Map.of("pool.depth", "12", "pool.tide", "true", "pool.state", "BLOCKED", "pool.name", "Ria"));
        assertThat(preferences.get(DEPTH)).isEqualTo(12);
        assertThat(preferences.get(TIDE)).isTrue();
        assertThat(preferences.get(STATE)).isEqualTo(Thread.State.BLOCKED);
        assertThat(preferences.get(NAME)).isEqualTo("Ria");
    }

    @Test
    void aStoredTextThatIsNoValueIsAsGoodAsNone() {
        StoredPreferences preferences =
                over(Map.of("pool.depth", "100", "pool.tide", "perhaps", "pool.state", "MELTED"));
        assertThat(preferences.get(DEPTH)).isEqualTo(30);
        assertThat(preferences.get(TIDE)).isFalse();
        assertThat(preferences.get(STATE)).isEqualTo(Thread.State.NEW);
        assertThat(over(Map.of("pool.depth", "deep")).get(DEPTH)).isEqualTo(30);
    }

    @Test
    void tellsObserversAtOnceAndWritesTheLastValueInTheBackground() {
        StoredPreferences preferences = over(Map.of());
        List<Integer> seen = new ArrayList<>();
        preferences.observe(DEPTH).subscribe(value -> seen.add(value));
        preferences.set(DEPTH, 40);
        preferences.set(DEPTH, 40);
        preferences.set(DEPTH, 50);
        assertThat(seen).containsExactly(30, 40, 50);
        assertThat(written).isEmpty();
        background.forEach(Runnable::run);
        assertThat(written).containsExactly(Map.entry("pool.depth", "50"));
    }

    @Test
    void theTableKeepsWhatIsPut(@TempDir Path folder) {
        try (Database database = Database.open(folder)) {
            SettingRepository settings = new SettingRepository(database);
            assertThat(settings.all()).isEmpty();
            settings.put(Map.of("a", "1", "b", "2"));
            settings.put(Map.of("a", "3"));
        }
        try (Database database = Database.open(folder)) {
            assertThat(new SettingRepository(database).all()).containsOnly(Map.entry("a", "3"), Map.entry("b", "2"));
        }
    }
}
