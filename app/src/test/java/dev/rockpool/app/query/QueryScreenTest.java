package dev.rockpool.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.desktop.ScreenList;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
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
class QueryScreenTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    QueryScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofTides(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of(QueryScreen.ID)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aReadyQuestionAndOneOfOnesOwnAreAskedThroughTheKeyboard(FxRobot robot) {
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(texts(robot)).contains("How much do I recall of each topic?");
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("select topic, count(*) as cards from card_state where known group by topic");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(texts(robot)).contains("1 row");
        TableView<?> table = robot.lookup(".rp-table").query();
        assertThat(table.getItems()).hasSize(1);
        robot.push(KeyCode.CONTROL, KeyCode.T);
        assertThat(texts(robot)).contains("cards by topic");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("drop table card_state");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(texts(robot)).anyMatch(text -> text.endsWith("nothing was changed."));
        assertThat(window.orElseThrow().faults().told()).isEmpty();
    }

    @Test
    void aScreenBehindTheNinthHasAKeyThatOpensIt(FxRobot robot) {
        robot.interact(() -> window.orElseThrow().open(Place.of("today")));
        List<String> screens =
                ScreenList.entries().stream().map(entry -> entry.id()).toList();
        int behindTheNinth = screens.indexOf(QueryScreen.ID) + 1 - 9;
        robot.push(KeyCode.ALT, KeyCode.valueOf("DIGIT" + behindTheNinth));
        assertThat(window.orElseThrow().place().screen()).isEqualTo(QueryScreen.ID);
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label label && label.isVisible()).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
