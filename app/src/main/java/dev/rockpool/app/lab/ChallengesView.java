package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Tasks that check themselves with every change.
final class ChallengesView<S, R, N extends Snapshot> {
    private final LabDesk<S, R, N> desk;
    private final Texts texts;
    private final Fold section;
    private final Set<String> hinted = new HashSet<>();

    ChallengesView(LabDesk<S, R, N> desk) {
        this.desk = desk;
        texts = desk.texts();
        section = Fold.section(texts.get("lab.challenges"));
        desk.model().learning().challenges().subscribe(this::show);
    }

    Region root() {
        return section.root();
    }

    private void show(List<ChallengeState<S, R>> states) {
        section.setContent(states.stream().map(this::card).toList());
    }

    private Node card(ChallengeState<S, R> state) {
        Label title = Words.plain(state.challenge().title());
        title.getStyleClass().addAll("rp-strong", "rp-content");
        FontIcon mark = new FontIcon(state.passed() ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
        mark.getStyleClass().add(state.passed() ? "rp-mark-passed" : "rp-mark-open");
        HBox head = new HBox(mark, title);
        head.getStyleClass().add("rp-challenge-head");
        Label task = Words.small(state.challenge().task());
        task.getStyleClass().add("rp-content");
        VBox card = new VBox(head, task);
        card.getStyleClass().add("rp-challenge");
        if (state.active()) {
            Label standing = Words.small(state.missing()
                    .orElseGet(() -> texts.get(state.passed() ? "lab.challenge.passed" : "lab.challenge.checking")));
            standing.getStyleClass().addAll("rp-content", "rp-strong");
            card.getChildren().add(standing);
        }
        card.getChildren().add(acts(state));
        if (hinted.contains(state.challenge().id())) {
            Label hint = Words.muted(state.challenge().hint());
            hint.getStyleClass().add("rp-content");
            card.getChildren().add(hint);
        }
        return card;
    }

    private Node acts(ChallengeState<S, R> state) {
        Button start = new Button(
                texts.get(state.active() ? "lab.challenge.again" : "lab.challenge.start"), new FontIcon(Feather.FLAG));
        start.setAccessibleText(start.getText() + ": " + state.challenge().title());
        start.setOnAction(_ -> desk.model().open(state.challenge()));
        Hyperlink hint = new Hyperlink(texts.get("lab.challenge.hint"));
        hint.setOnAction(_ -> {
            hinted.add(state.challenge().id());
            show(desk.model().learning().challenges().get());
        });
        hint.setVisible(!hinted.contains(state.challenge().id()));
        HBox acts = new HBox(start, hint);
        acts.getStyleClass().add("rp-challenge-head");
        return acts;
    }
}
