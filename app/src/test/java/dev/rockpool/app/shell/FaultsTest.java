package dev.rockpool.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.text.Texts;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Texts texts = Texts.in(Locale.ENGLISH);
    private final Faults faults = new Faults(texts);

    private static Fault fault(String code) {
        return new Fault(code, "Sentence.", "", "Next.", "");
    }

    @Test
    void tellsOneFaultACodeNewestFirstAndNeverAStorm() {
        for (String code : List.of("a", "b", "a", "c", "d")) {
            faults.show(fault(code));
        }
        assertThat(faults.told()).extracting(Fault::code).containsExactly("d", "c", "a");
        faults.clear("c");
        assertThat(faults.told()).extracting(Fault::code).containsExactly("d", "a");
    }

    @Test
    void tellsAKnownFailureInItsOwnSentence() {
        faults.show((Throwable) new InputException("deck-front-matter", "tides.md:1: The front matter is missing."));
        Fault told = faults.told().getFirst();
        assertThat(told.code()).isEqualTo("deck-front-matter");
        assertThat(told.sentence()).isEqualTo("tides.md:1: The front matter is missing.");
        assertThat(told.nextStep()).isNotEmpty();
        assertThat(told.details()).isEmpty();
    }

    @Test
    void keepsTheTraceOfAnUnforeseenFailureOutOfTheSentence() {
        faults.show(new IllegalStateException("inner workings"));
        Fault told = faults.told().getFirst();
        assertThat(told.code()).isEqualTo(Fault.UNEXPECTED);
        assertThat(told.sentence() + told.cause() + told.nextStep()).doesNotContain("inner workings", "Exception");
        assertThat(told.details()).contains("inner workings");
    }

    @Test
    void keepsWhatTheMachineSaidForTheCopyButton() {
        faults.show(new EnvironmentException("database-disk-full", "The disk is full.", new IOException("ENOSPC")));
        assertThat(faults.told().getFirst().details()).contains("ENOSPC");
    }

    @Test
    void anUndoIsOfferedOnceAndTakenOnce() {
        NoticeBoard board = new NoticeBoard();
        List<String> done = new ArrayList<>();
        board.show("Theme: Dark", () -> done.add("undone"));
        assertThat(board.canUndo()).isTrue();
        board.undo();
        board.undo();
        assertThat(done).containsExactly("undone");
        assertThat(board.current().get()).isEmpty();
        board.show("Backed up");
        assertThat(board.canUndo()).isFalse();
    }
}
