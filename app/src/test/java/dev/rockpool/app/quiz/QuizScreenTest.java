package dev.rockpool.app.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.catalogue.Questions;
import dev.rockpool.quiz.catalogue.Templates;
import dev.rockpool.quiz.exam.ExamRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class QuizScreenTest {
    private static final long SEED = 7;

    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    QuizScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of(QuizScreen.ID)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aRoundIsBegunAnsweredAndSummedUpThroughTheKeyboard(FxRobot robot) {
        assertThat(texts(robot)).contains("What do you know?");
        robot.interact(() -> window.orElseThrow().open(new Place(QuizScreen.ID, "hot-key-accepted/" + SEED)));
        assertThat(robot.lookup(".rp-quiz-option").queryAll()).hasSize(4);
        robot.type(KeyCode.DIGIT3);
        assertThat(texts(robot)).containsAnyOf("Right", "Not right").contains("Worked through");
        robot.type(KeyCode.ENTER, KeyCode.DIGIT1, KeyCode.ENTER);
        assertThat(robot.lookup(".rp-quiz-option").queryAll()).hasSize(4);
        robot.type(KeyCode.Q);
        assertThat(texts(robot)).anyMatch(text -> text.endsWith(" of 2 right"));
        assertThat(new AttemptRepository(desk.database()).all()).hasSize(2);
    }

    @Test
    void severalOptionsAreTakenByDigitsAndChecked(FxRobot robot) {
        robot.interact(() -> window.orElseThrow().open(new Place(QuizScreen.ID, "q06-q9/" + SEED)));
        assertThat(texts(robot)).contains("Choose 2.");
        robot.type(KeyCode.DIGIT1, KeyCode.ENTER);
        assertThat(texts(robot)).contains("Choose as many as the question asks for.");
        robot.type(KeyCode.DIGIT2, KeyCode.ENTER);
        assertThat(texts(robot)).containsAnyOf("Right", "Not right");
    }

    @Test
    void anExamIsFlaggedReviewedAndHandedInThroughTheKeyboard(FxRobot robot) {
        robot.type(KeyCode.X);
        assertThat(texts(robot)).contains("Question 1 of 65").anyMatch(text -> text.endsWith(" left"));
        robot.push(KeyCode.CONTROL, KeyCode.M);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertThat(texts(robot)).contains("65 questions are open, one is flagged. Nothing is taken off for guessing.");
        robot.type(KeyCode.H);
        assertThat(texts(robot)).contains("0 of 65 right", "By domain, weakest first");
        assertThat(new ExamRepository(desk.database()).past()).hasSize(1);
        robot.type(KeyCode.ENTER);
        assertThat(texts(robot)).contains("Your last mock exam: 0\u00A0% (0 of 65).");
    }

    @Test
    void aNumberIsTypedAndSeenInTheLab(FxRobot robot) {
        Question question = new Questions(SEED, Optional.of(Templates.require("shards-needed"))).get(0);
        robot.interact(() -> window.orElseThrow().open(new Place(QuizScreen.ID, "shards-needed/" + SEED)));
        robot.write("many");
        robot.type(KeyCode.ENTER);
        assertThat(texts(robot)).contains("Type a number of shards, such as 12.");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(question.key().split("\u00A0", -1)[0]);
        robot.type(KeyCode.ENTER);
        assertThat(texts(robot)).contains("Right", question.key());
        robot.type(KeyCode.L);
        assertThat(window.orElseThrow().place().screen()).isEqualTo("labs");
        assertThat(texts(robot)).anyMatch(text -> text.contains("The numbers of your question"));
        assertThat(window.orElseThrow().faults().told()).isEmpty();
    }

    @Test
    void enterThatIsHeldDownStaysAtTheFeedback(FxRobot robot) {
        robot.interact(() -> window.orElseThrow().open(new Place(QuizScreen.ID, "catch-up/" + SEED)));
        robot.write("1");
        robot.press(KeyCode.ENTER);
        robot.press(KeyCode.ENTER);
        robot.release(KeyCode.ENTER);
        assertThat(texts(robot)).contains("Not right", "What went wrong");
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label label && label.isVisible()).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
