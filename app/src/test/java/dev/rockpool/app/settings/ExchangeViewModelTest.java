package dev.rockpool.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.preference.SettingRepository;
import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Faults;
import dev.rockpool.app.shell.Navigator;
import dev.rockpool.app.shell.Notices;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.theme.Appearance;
import dev.rockpool.app.theme.Theme;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.study.anki.Loss;
import dev.rockpool.study.memory.Rating;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeViewModelTest {
    private final Path root;
    private final Path home;
    private final TestDesk desk;
    private final Recorded recorded = new Recorded();
    private final StoredPreferences preferences;
    private final ExchangeViewModel model;

    ExchangeViewModelTest(@TempDir Path root) {
        this.root = root;
        this.home = root.resolve("home");
        this.desk = TestDesk.ofEverything(home);
        TaskRunner tasks = TestDesk.atOnce();
        SettingRepository settings = new SettingRepository(desk.database());
        this.preferences = new StoredPreferences(settings.all(), tasks, settings::put);
        this.model = new ExchangeViewModel(new AppContext(
                desk.study(),
                desk.library(),
                TestDesk.texts(),
                tasks,
                new Faults(TestDesk.texts()),
                recorded,
                recorded,
                preferences,
                new Appearance(new SimpleObjectProperty<>(Theme.LIGHT)),
                _ -> {},
                content -> {
                    throw new IllegalStateException(content.title());
                },
                desk.clock(),
                TestDesk.ZONE,
                new DataDirectory(home),
                () -> home,
                desk.database(),
                desk.platform(home, tasks, preferences)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// Remembers what was told.
    private static final class Recorded implements Notices, Navigator {
        private final List<String> shown = new ArrayList<>();
        private Runnable undo = () -> {};

        @Override
        public void show(String sentence) {
            shown.add(sentence);
        }

        @Override
        public void show(String sentence, Runnable taken) {
            shown.add(sentence);
            undo = taken;
        }

        @Override
        public void open(Place place) {}

        @Override
        public void back() {}

        @Override
        public ReadOnlyObjectProperty<Place> current() {
            return new ReadOnlyObjectWrapper<>(Place.of("settings"));
        }
    }

    private int cards() {
        return desk.library().snapshot().cards().size();
    }

    @Test
    void anImportIsToldInWordsAndUndone() throws IOException {
        int before = cards();
        Path file = Files.writeString(root.resolve("words.csv"), "front,back\ndog,perro\ncat,gato\nlonely\n");
        model.importCards(file);
        assertThat(model.running().get()).isFalse();
        assertThat(model.words().get())
                .isEqualTo("2 new notes, none updated: 2 cards, no new reviews."
                        + " Not brought along: one line with too few fields.");
        assertThat(cards()).isEqualTo(before + 2);
        assertThat(recorded.shown).last().asString().startsWith("2 new notes");
        recorded.undo.run();
        assertThat(cards()).isEqualTo(before);
        assertThat(desk.study().counts().newLeft()).isPositive();
    }

    @Test
    void everyLossHasItsWords() {
        for (Loss loss : Loss.values()) {
            assertThat(TestDesk.texts().get("settings.data.left." + loss.key(), 3))
                    .contains("3")
                    .doesNotContain("!");
        }
    }

    @Test
    void whatWasExportedIsKnownWhenItComesBack() {
        desk.study().grade(desk.study().next().orElseThrow(), Rating.GOOD, Duration.ofSeconds(2));
        Path file = root.resolve("all.apkg");
        model.exportCards(file);
        assertThat(recorded.shown)
                .last()
                .asString()
                .startsWith("Exported to all.apkg: ")
                .endsWith("one review");
        model.importCards(file);
        assertThat(model.words().get())
                .startsWith("No new notes, none updated:")
                .contains("no new reviews");
        assertThat(model.words().get()).contains("stay as decks here have them");
    }

    @Test
    void aRestoredCollectionBringsItsSettingsAndCanBeUndone() throws IOException {
        Path outside = Files.createDirectories(root.resolve("outside"));
        Files.writeString(
                outside.resolve("more.md"),
                "---\ndeck: x\ntopic: x\ntitle: x\n---\n\n## More? {#more-card}\n\nYes.\n\nSource: a (primary)\n");
        preferences.set(StudySettings.NEW_PER_DAY, 7);
        preferences.set(StudySettings.FOLDERS, List.of(outside));
        desk.study().grade(desk.study().next().orElseThrow(), Rating.GOOD, Duration.ofSeconds(2));
        Path file = root.resolve("all.rockpool");
        model.backUp(file);
        assertThat(recorded.shown).last().asString().contains("all.rockpool");
        desk.wait(Duration.ofMinutes(1));
        preferences.set(StudySettings.NEW_PER_DAY, 30);
        desk.study().grade(desk.study().next().orElseThrow(), Rating.EASY, Duration.ofSeconds(2));
        assertThat(desk.study().counts().doneToday()).isEqualTo(2);
        model.restore(file);
        assertThat(recorded.shown).last().asString().isEqualTo("Restored from all.rockpool");
        assertThat(desk.study().counts().doneToday()).isEqualTo(1);
        assertThat(preferences.get(StudySettings.NEW_PER_DAY)).isEqualTo(7);
        assertThat(preferences.get(StudySettings.FOLDERS)).isEmpty();
        assertThat(desk.library().snapshot().card("more-card")).isPresent();
        desk.wait(Duration.ofMinutes(1));
        recorded.undo.run();
        assertThat(desk.study().counts().doneToday()).isEqualTo(2);
        assertThat(preferences.get(StudySettings.NEW_PER_DAY)).isEqualTo(30);
    }
}
