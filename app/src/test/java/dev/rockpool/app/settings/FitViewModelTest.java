package dev.rockpool.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.shell.Notices;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.study.StudyCard;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.Rating;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitViewModelTest {
    private static final int CARDS = 40;

    private final TestDesk desk;
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final TaskRunner tasks = new TaskRunner(background::add, Runnable::run, failure -> {
        throw new IllegalStateException(failure);
    });
    private final Map<String, String> stored = new HashMap<>();
    private final StoredPreferences preferences = new StoredPreferences(stored, tasks, stored::putAll);
    private final RecordingNotices notices = new RecordingNotices();
    private final FitViewModel model;

    FitViewModelTest(@TempDir Path folder) {
        desk = TestDesk.ofTides(folder);
        model = new FitViewModel(
                desk.study(), preferences, new Change(preferences, notices, TestDesk.texts()), tasks, TestDesk.texts());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void withoutReviewsItSaysHowManyItTakes() {
        model.fit();
        assertThat(model.running().get()).isTrue();
        work();
        assertThat(model.running().get()).isFalse();
        assertThat(model.words().get()).contains("none of your 0 reviews").contains("8");
        assertThat(model.ownWeights().getValue()).isFalse();
        assertThat(notices.shown).isEmpty();
    }

    @Test
    void betterWeightsAreTakenAndCanBeUndoneAndLeft() {
        studyForTwoDays();
        model.fit();
        work();
        Fsrs6Weights fitted = preferences.get(StudySettings.WEIGHTS);
        assertThat(fitted).isNotEqualTo(Fsrs6Weights.STANDARD);
        assertThat(model.words().get())
                .startsWith("Taken.")
                .contains("over 80 reviews")
                .contains("few reviews");
        assertThat(model.ownWeights().getValue()).isTrue();
        assertThat(stored).containsKey("study.weights");
        notices.undo.run();
        assertThat(preferences.get(StudySettings.WEIGHTS)).isEqualTo(Fsrs6Weights.STANDARD);
        preferences.set(StudySettings.WEIGHTS, fitted);
        model.useStandard();
        assertThat(preferences.get(StudySettings.WEIGHTS)).isEqualTo(Fsrs6Weights.STANDARD);
        assertThat(notices.shown).last().asString().contains("the standard weights");
    }

    @Test
    void fittingAgainGainsNothingAndKeepsTheWeights() {
        studyForTwoDays();
        model.fit();
        work();
        Fsrs6Weights fitted = preferences.get(StudySettings.WEIGHTS);
        model.fit();
        work();
        assertThat(model.words().get()).startsWith("Nothing gained");
        assertThat(preferences.get(StudySettings.WEIGHTS)).isEqualTo(fitted);
        assertThat(notices.shown).hasSize(1);
    }

    @Test
    void cancellingChangesNothing() {
        studyForTwoDays();
        model.fit();
        model.fit();
        assertThat(background)
                .as("a second fit does not start beside the first")
                .hasSize(1);
        model.cancel();
        work();
        assertThat(model.running().get()).isFalse();
        assertThat(model.words().get()).isEmpty();
        assertThat(preferences.get(StudySettings.WEIGHTS)).isEqualTo(Fsrs6Weights.STANDARD);
    }

    /// Every card is learnt for good on one day and answered again days later, half of them forgotten.
    private void studyForTwoDays() {
        List<StudyCard> cards = IntStream.range(0, CARDS)
                .mapToObj(i -> new StudyCard("c" + i, "n" + i, "Deck", "topic", i, "hash"))
                .toList();
        desk.study().learnAbout(cards);
        cards.forEach(card -> grade(card, Rating.EASY));
        desk.wait(Duration.ofDays(9));
        cards.forEach(card -> grade(card, card.position() % 2 == 0 ? Rating.AGAIN : Rating.GOOD));
    }

    private void grade(StudyCard card, Rating rating) {
        desk.study().grade(desk.study().turn(card.id()).orElseThrow(), rating, Duration.ofSeconds(5));
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private static final class RecordingNotices implements Notices {
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
    }
}
