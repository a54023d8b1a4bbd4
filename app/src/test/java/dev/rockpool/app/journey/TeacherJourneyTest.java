package dev.rockpool.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.shell.Place;
import dev.rockpool.content.Activity;
import dev.rockpool.content.ActivityParser;
import dev.rockpool.quiz.activity.Act;
import dev.rockpool.quiz.activity.HandIn;
import dev.rockpool.quiz.activity.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// `docs/journeys/teacher.md`, by keyboard.
@ExtendWith(ApplicationExtension.class)
class TeacherJourneyTest {
    private static final int STEPS = 12;

    private final TestDesk desk;
    private final Path folder;
    private Optional<Walk> walk = Optional.empty();

    TeacherJourneyTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofTides(folder);
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
    void fromALessonToMarks() throws IOException {
        Walk walk = this.walk.orElseThrow();
        walk.push(KeyCode.ALT, KeyCode.DIGIT3);
        walk.press(KeyCode.DIGIT3);
        walk.press(KeyCode.C);
        for (String hands : new String[] {"5", "5", "10", "5"}) {
            walk.write(hands);
            walk.press(KeyCode.ENTER);
        }
        assertThat(walk.texts()).anyMatch(text -> text.startsWith("25 counted"));
        walk.press(KeyCode.F5);
        assertThat(Window.getWindows()).as("the class has a window of its own").hasSize(2);
        for (int step = 0; step < STEPS; step++) {
            walk.press(KeyCode.PAGE_DOWN);
        }
        assertThat(walk.texts()).contains("What you gained");
        walk.press(KeyCode.F5, KeyCode.Q);
        assertThat(Window.getWindows()).hasSize(1);

        walk.take("Write an activity");
        assertThat(walk.texts()).contains("Nothing is wrong");
        walk.take("Save and work at it");
        assertThat(walk.texts()).as("as a student meets it").contains("A stream for less", "Begin");
        Path written = folder.resolve("activities").resolve("activity-1.md");
        walk.take("Not now");
        assertThat(walk.texts()).contains("Edit", "Grade handed-in files …");

        Path handedIn = Files.createDirectories(folder.resolve("handed-in"));
        Files.writeString(
                handedIn.resolve("ada" + HandIn.ENDING), work(written, "Ada").text());
        walk.open(new Place("present", "grade/" + handedIn)); // the system's own dialog asks for the folder
        assertThat(walk.texts()).contains("Ada", "0 of 4");
        assertThat(walk.faults()).isEmpty();
    }

    /// Work that answers nothing rightly.
    private HandIn work(Path file, String student) throws IOException {
        Activity activity = new ActivityParser()
                .parse("activity-1.md", Files.readString(file), false)
                .activity()
                .orElseThrow();
        Journal journal = Journal.begin(activity, student, desk.clock().instant())
                .with(Act.Kind.HAND_IN, "", "", desk.clock().instant().plusSeconds(60));
        return new HandIn(activity.id(), journal, 0, activity.items().size());
    }
}
