package dev.rockpool.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.content.Claim;
import dev.rockpool.content.Term;
import dev.rockpool.content.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentViewModelTest {
    private static final Term SHARD =
            new Term("glossary-shard", "Shard", "A part of a stream.", List.of(), List.of(), List.of());

    private final TestDesk desk;
    private final DocumentViewModel model;

    DocumentViewModelTest(@TempDir Path folder) {
        desk = TestDesk.ofEverything(folder);
        model = new DocumentViewModel(desk.study(), desk.library()::snapshot, List.of(SHARD), TestDesk.atOnce());
    }

    @BeforeEach
    void read() {
        model.refresh();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theFirstOf27QuestionsIsShown() {
        assertThat(model.found().get().questions()).hasSize(27);
        assertThat(model.selected().get())
                .hasValueSatisfying(entry -> assertThat(entry.id()).isEqualTo("q01"));
        assertThat(model.mastery().get()).hasSize(27);
    }

    @Test
    void aSearchLeavesTheQuestionsThatHaveAllWordsAndCountsPlaces() {
        model.query().set("kafka");
        DocumentViewModel.Found found = model.found().get();
        assertThat(found.questions()).isNotEmpty().hasSizeLessThan(27);
        assertThat(found.places()).isPositive();
        assertThat(model.selected().get())
                .hasValueSatisfying(entry -> assertThat(found.questions()).contains(entry));
        model.query().set("");
        assertThat(model.found().get().questions()).hasSize(27);
    }

    @Test
    void changesStandNewestFirstAndCanBeFiltered() {
        List<Change> all = model.found().get().changes();
        assertThat(all).hasSizeGreaterThan(50).isSortedAccordingTo(Change.NEWEST_FIRST);
        assertThat(all).allMatch(change -> change.claim().verdict().corrected());
        model.show(Verdict.IMPRECISE, false);
        model.show(Verdict.OUTDATED, false);
        assertThat(model.found().get().changes())
                .isNotEmpty()
                .allMatch(change -> change.claim().verdict() == Verdict.WRONG);
        model.show(Verdict.OUTDATED, true);
        assertThat(model.found().get().changes())
                .anyMatch(change -> change.claim().verdict() == Verdict.OUTDATED);
    }

    @Test
    void aClaimIsOpenedInItsQuestion() {
        Claim claim =
                desk.library().snapshot().deckOf("q12").orElseThrow().claims().get(1);
        model.tab().set(DocumentTab.GLOSSARY);
        model.query().set("nothing of the kind");
        model.openClaim(claim.id());
        assertThat(model.tab().get()).isEqualTo(DocumentTab.QUESTIONS);
        assertThat(model.query().get()).isEmpty();
        assertThat(model.selected().get())
                .hasValueSatisfying(entry -> assertThat(entry.id()).isEqualTo("q12"));
        assertThat(model.target().get()).contains(claim.id());
    }

    @Test
    void aCardIsFoundInItsQuestion() {
        assertThat(model.openQuestionOfCard(desk.library()
                        .snapshot()
                        .deckOf("q12")
                        .orElseThrow()
                        .cards()
                        .getFirst()
                        .id()))
                .isTrue();
        assertThat(model.selected().get().orElseThrow().id()).isEqualTo("q12");
        assertThat(model.openQuestionOfCard("tide-basic")).isFalse();
    }

    @Test
    void aTermIsOpenedInTheGlossary() {
        model.openTerm("glossary-shard");
        assertThat(model.tab().get()).isEqualTo(DocumentTab.GLOSSARY);
        assertThat(model.target().get()).contains("glossary-shard");
        model.query().set("stream");
        assertThat(model.found().get().terms()).containsExactly(SHARD);
    }

    @Test
    void whatIsOpenedBeforeReadingIsShownAfterIt() {
        DocumentViewModel early =
                new DocumentViewModel(desk.study(), desk.library()::snapshot, List.of(), TestDesk.atOnce());
        early.openQuestion("q05");
        early.refresh();
        assertThat(early.selected().get())
                .hasValueSatisfying(entry -> assertThat(entry.id()).isEqualTo("q05"));
    }

    @Test
    void movingStopsAtBothEnds() {
        model.move(-1);
        assertThat(model.selected().get().orElseThrow().id()).isEqualTo("q01");
        model.move(3);
        assertThat(model.selected().get().orElseThrow().id()).isEqualTo("q04");
        model.move(100);
        assertThat(model.selected().get().orElseThrow().id()).isEqualTo("q27");
    }

    @Test
    void theWholeDocumentCanBeSaved() {
        DocumentText text =
                new DocumentText(TestDesk.texts(), model.index().get().questions());
        assertThat(text.markdown()).contains("## 27. ").contains("**Wrong** Kinesis is based on Apache Kafka");
        assertThat(text.html())
                .startsWith("<!doctype html>")
                .contains("<h2>1. ")
                .doesNotContain("<script")
                .doesNotContain("<img");
    }
}
