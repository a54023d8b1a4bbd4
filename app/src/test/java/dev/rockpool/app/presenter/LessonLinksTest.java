package dev.rockpool.app.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.content.LessonParser;
import dev.rockpool.content.Lessons;
import dev.rockpool.content.ParsedLesson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LessonLinksTest {
    @Test
    void everyLabPresetAndTemplateOfABuiltInLessonExists() {
        assertThat(Lessons.builtIn()).hasSize(5).allSatisfy(parsed -> {
            ParsedLesson checked = LessonCheck.check(parsed);
            assertThat(checked.faults()).isEmpty();
            assertThat(checked.lesson()).isPresent();
        });
    }

    @Test
    void aTemplateThatThereIsNotIsToldWithItsLine() {
        ParsedLesson parsed = new LessonParser().parse("a.md", """
            ---
            lesson: a
            title: A
            about: A
            minutes: 5
            ---

            ## One {.before}

            Ask: no-such-template
            Time: 1:00

            ## One {.after}

            Ask: no-such-template
            Time: 1:00
            """.getBytes(StandardCharsets.UTF_8), false);
        assertThat(LessonCheck.check(parsed).faults())
                .extracting(fault -> fault.line() + ": " + fault.sentence())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("8: There is no question template \"no-such-template\"");
    }
}
