package dev.rockpool.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// `docs/journeys/student.md`, by keyboard.
@ExtendWith(ApplicationExtension.class)
class StudentJourneyTest {
    private static final int FIRST_CARDS = 5;
    private static final int ATTEMPTS = 12;

    private final TestDesk desk;
    private final Path folder;
    private Optional<Walk> walk = Optional.empty();

    StudentJourneyTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
    }

    @Start
    void start(Stage stage) {
        walk = Optional.of(new Walk(stage, desk, folder));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void fromTheFirstCardToAPlannedExam() {
        Walk walk = this.walk.orElseThrow();
        walk.press(KeyCode.ENTER);
        assertThat(walk.screen()).isEqualTo("study");
        for (int card = 0; card < FIRST_CARDS; card++) {
            walk.press(KeyCode.ENTER, KeyCode.DIGIT3);
        }
        assertThat(desk.study().counts().doneToday()).isEqualTo(FIRST_CARDS);

        walk.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.press(KeyCode.C);
        walk.take("Question 6 · Storage classes");
        walk.take("Study these 2 cards now");
        for (int card = 0; card < 2; card++) {
            walk.press(KeyCode.ENTER);
            assertThat(walk.sees(".rp-correction"))
                    .as("the card tells what of the document it corrects")
                    .isTrue();
            if (walk.sees("#study-show")) {
                break;
            }
            walk.press(KeyCode.DIGIT3);
        }

        walk.press(KeyCode.L);
        assertThat(walk.screen()).isEqualTo("labs");
        walk.press(KeyCode.ENTER, KeyCode.END);
        assertThat(walk.texts()).as("what was predicted is compared").anyMatch(text -> text.contains("ou said 10.00"));

        walk.press(KeyCode.A);
        assertThat(walk.screen()).isEqualTo("quiz");
        untilAMistake(walk);
        walk.press(KeyCode.Q, KeyCode.C, KeyCode.M);
        assertThat(walk.texts()).anyMatch(text -> text.endsWith(" to mend")).contains("Try them again");

        walk.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        walk.press(KeyCode.X);
        assertThat(walk.texts()).anyMatch(text -> text.startsWith("Exam: "));
        assertThat(walk.faults()).isEmpty();
    }

    /// Answers whatever comes first until something is wrong.
    private static void untilAMistake(Walk walk) {
        for (int attempt = 0; attempt < ATTEMPTS && !walk.texts().contains("Not right"); attempt++) {
            if (walk.texts().contains("Right")) {
                walk.press(KeyCode.ENTER);
            }
            if (walk.sees(".rp-quiz-option")) {
                walk.press(KeyCode.DIGIT1);
                walk.press(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.ENTER);
            } else {
                walk.write("0");
                walk.press(KeyCode.ENTER);
            }
        }
        assertThat(walk.texts()).contains("Not right");
    }
}
