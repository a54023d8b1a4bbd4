package dev.rockpool.app.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.content.LessonAct;
import dev.rockpool.database.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassRepositoryTest {
    private static final Instant NINE = Instant.parse("2026-11-27T09:00:00.123456789Z");

    @TempDir
    Path folder;

    private static ClassCount count(Instant run, LessonAct.When side, int right) {
        return new ClassCount(run, "hot-keys", 11, 2, 1, side, right, 20, run.plusSeconds(right));
    }

    @Test
    void classesAreThereAfterTheAppWasClosedUntilTheyAreForgotten() {
        List<ClassCount> first = List.of(count(NINE, LessonAct.When.BEFORE, 4), count(NINE, LessonAct.When.AFTER, 12));
        ClassCount second = count(NINE.plusSeconds(3_600), LessonAct.When.BEFORE, 20);
        try (Database database = Database.open(folder)) {
            new ClassRepository(database).keep(first);
            new ClassRepository(database).keep(List.of(second));
        }
        try (Database database = Database.open(folder)) {
            ClassRepository classes = new ClassRepository(database);
            assertThat(classes.all())
                    .startsWith(first.toArray(ClassCount[]::new))
                    .endsWith(second);
            assertThat(ClassRun.of(classes.all()))
                    .containsExactly(
                            new ClassRun(NINE, "hot-keys", 11, 20, new Gain(1, 2, 0.2, 0.6)),
                            new ClassRun(second.run(), "hot-keys", 11, 20, Gain.of(List.of(), 2)));
            classes.delete(NINE);
            assertThat(classes.all()).containsExactly(second);
            classes.deleteAll();
            assertThat(classes.all()).isEmpty();
        }
    }
}
