package dev.rockpool.app.preference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.study.StudyOptions;
import dev.rockpool.study.memory.Fsrs6Weights;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudySettingsTest {
    private final Map<String, String> stored = new HashMap<>();
    private final TaskRunner tasks = new TaskRunner(Runnable::run, Runnable::run, failure -> {
        throw new AssertionError(failure);
    });

    private StoredPreferences preferences() {
        return new StoredPreferences(stored, tasks, stored::putAll);
    }

    @Test
    void comeToTheStandardOptionsUntilChanged() {
        assertThat(StudySettings.options(preferences())).isEqualTo(StudyOptions.STANDARD);
    }

    @Test
    void everyChoiceReachesTheOptionsAfterARoundTrip() {
        StoredPreferences before = preferences();
        before.set(StudySettings.RETENTION, 95);
        before.set(StudySettings.NEW_PER_DAY, 7);
        before.set(StudySettings.ROLLOVER_HOUR, 5);
        before.set(StudySettings.LONGEST_INTERVAL, 365);
        before.set(StudySettings.LEARNING_STEPS, List.of(Duration.ofMinutes(2)));
        Fsrs6Weights fitted = Fsrs6Weights.of(Collections.nCopies(Fsrs6Weights.COUNT, 1 / 3.0));
        before.set(StudySettings.WEIGHTS, fitted);
        StudyOptions options = StudySettings.options(preferences());
        assertThat(options.weights()).isEqualTo(fitted);
        assertThat(options.scheduler().desiredRetention()).isEqualTo(0.95);
        assertThat(options.newPerDay()).isEqualTo(7);
        assertThat(options.rollover()).isEqualTo(LocalTime.of(5, 0));
        assertThat(options.scheduler().maximumInterval()).isEqualTo(365);
        assertThat(options.scheduler().learningSteps()).containsExactly(Duration.ofMinutes(2));
    }

    @Test
    void weightsThatAreNoneAreTheStandardOnes() {
        for (String text : List.of("", "0.2 1.2", "0.2 many")) {
            stored.put("study.weights", text);
            assertThat(preferences().get(StudySettings.WEIGHTS)).isEqualTo(Fsrs6Weights.STANDARD);
        }
    }

    @Test
    void foldersSurviveARoundTripAndNoFolderIsNone() {
        List<Path> folders = List.of(Path.of("/decks/tide pools"), Path.of("/decks/ü"));
        preferences().set(StudySettings.FOLDERS, folders);
        assertThat(preferences().get(StudySettings.FOLDERS)).isEqualTo(folders);
        preferences().set(StudySettings.FOLDERS, List.of());
        assertThat(preferences().get(StudySettings.FOLDERS)).isEmpty();
    }
}
