package dev.rockpool.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.claim.Leads;
import dev.rockpool.app.lab.LabEntry;
import dev.rockpool.content.Library;
import dev.rockpool.content.Snapshot;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.catalogue.Labs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every link between decks and labs leads somewhere, both ways.
class LabLinksTest {
    private final Snapshot decks = Library.builtIn().snapshot();

    /// A card or quiz item with the preset it is shown in.
    private record Shown(String id, String note, String show) {}

    private List<Shown> shown() {
        List<Shown> all = new ArrayList<>();
        decks.decks().forEach(deck -> {
            deck.cards().forEach(card -> all.add(new Shown(card.id(), card.noteId(), card.show())));
            deck.quizItems().forEach(item -> all.add(new Shown(item.id(), item.id(), item.show())));
        });
        return all.stream()
                .filter(each -> !each.show().isEmpty())
                .filter(each -> Leads.shown(each.show()).screen().equals("labs"))
                .toList();
    }

    @Test
    void stagesStandInTheOrderOfTheLabs() {
        assertThat(Labs.all().stream().<String>map(lab -> lab.id()))
                .containsSubsequence(LabList.entries().stream()
                        .map(entry -> entry.lab().id())
                        .toList());
    }

    @Test
    void whatACardShowsHasAStage() {
        List<String> staged =
                LabList.entries().stream().map(entry -> entry.lab().id()).toList();
        assertThat(shown())
                .allSatisfy(card -> assertThat(staged)
                        .as(card.id())
                        .contains(card.show().substring(0, card.show().indexOf('/'))));
        assertThat(shown().stream()
                        .map(card -> card.show().substring(0, card.show().indexOf('/'))))
                .as("labs that a card leads to")
                .containsAll(staged);
    }

    @Test
    void everyCardIsShownByAPresetThatProvesIt() {
        assertThat(shown()).isNotEmpty().allSatisfy(card -> {
            int slash = card.show().indexOf('/');
            Preset<?> preset = Labs.require(card.show().substring(0, slash))
                    .preset(card.show().substring(slash + 1));
            assertThat(preset.cards()).containsAnyOf(card.id(), card.note());
        });
    }

    @Test
    void everyPresetProvesCardsThatTheDecksHaveAndThatShowALab() {
        List<Shown> shown = shown();
        for (LabEntry<?, ?, ?> entry : LabList.entries()) {
            for (Preset<?> preset : entry.lab().presets()) {
                assertThat(preset.cards())
                        .as(preset.id())
                        .isNotEmpty()
                        .allSatisfy(id -> assertThat(decks.claim(id).isPresent()
                                        || shown.stream()
                                                .anyMatch(card -> (card.id().equals(id)
                                                                || card.note().equals(id))
                                                        && card.show()
                                                                .startsWith(entry.lab()
                                                                                .id() + "/")))
                                .as(id)
                                .isTrue());
            }
        }
    }
}
