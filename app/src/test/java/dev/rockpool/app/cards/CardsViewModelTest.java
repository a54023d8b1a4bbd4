package dev.rockpool.app.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.study.Act;
import dev.rockpool.study.Flag;
import dev.rockpool.study.schedule.StudyCalendar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardsViewModelTest {
    @TempDir
    Path folder;

    private TestDesk desk;
    private CardsViewModel model;
    private final List<Integer> counts = new ArrayList<>();

    @BeforeEach
    void open() {
        desk = TestDesk.ofEverything(folder);
        model = new CardsViewModel(
                desk.study(),
                desk.library(),
                new SavedSearchRepository(desk.database(), desk.clock()),
                TestDesk.atOnce(),
                desk.clock(),
                new StudyCalendar(TestDesk.ZONE));
        model.open();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyCardIsThereAndASearchNarrows() {
        int all = desk.library().snapshot().cards().size();
        assertThat(model.found().get().cards()).hasSize(all);
        assertThat(model.topics()).contains("tides");
        assertThat(model.tags()).contains("tides");
        model.search().set("topic:tides");
        assertThat(ids()).containsExactlyElementsOf(TestDesk.CARDS);
        assertThat(model.found().get().all()).isEqualTo(all);
        model.search().set("fundy");
        assertThat(ids()).containsExactly("tide-typed");
        model.search().set("is:tired");
        assertThat(model.found().get().problem()).isPresent();
    }

    @Test
    void anActOnManyIsOneActToUndo() {
        model.search().set("topic:tides");
        model.act(Act.SUSPEND, model.found().get().cards(), counts::add);
        assertThat(model.found().get().cards()).allMatch(CardEntry::suspended);
        model.act(Act.SUSPEND, model.found().get().cards(), counts::add);
        model.flag(Flag.GREEN, model.found().get().cards().subList(0, 2), counts::add);
        assertThat(counts).containsExactly(3, 0, 2);
        model.search().set("flag:green is:suspended");
        assertThat(ids()).containsExactly("tide-basic", "tide-typed");

        model.search().set("topic:tides");
        model.undo(undone -> assertThat(undone).isPresent());
        assertThat(model.found().get().cards()).allMatch(card -> card.flag() == Flag.NONE);
        model.undo(undone -> assertThat(undone).isPresent());
        assertThat(model.found().get().cards()).noneMatch(CardEntry::suspended);
        model.undo(undone -> assertThat(undone).isEmpty());
    }

    @Test
    void searchesAreKeptUnderNames() {
        model.search().set("topic:tides is:new");
        model.save("New tides");
        model.search().set("recall<80");
        model.save("Fading");
        model.save("New tides");
        assertThat(model.saved().get())
                .containsExactly(
                        new SavedSearchRepository.Saved("Fading", "recall<80"),
                        new SavedSearchRepository.Saved("New tides", "recall<80"));
        model.forget("Fading");
        assertThat(model.saved().get())
                .extracting(SavedSearchRepository.Saved::name)
                .containsExactly("New tides");
    }

    private List<String> ids() {
        return model.found().get().cards().stream().map(CardEntry::id).toList();
    }
}
