package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What happened, in sentences, the newest first. A line takes the run to its second and lights up what it is about.
final class LogView<S, N extends Snapshot> {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final LabViewModel<S, ?, N> model;
    private final Texts texts;
    private final ObservableList<LabEvent> shown = FXCollections.observableArrayList();
    private final ListView<LabEvent> list = new ListView<>(shown);
    private List<LabEvent> last = List.of();

    private LogView(LabDesk<S, ?, N> desk) {
        model = desk.model();
        texts = desk.texts();
        Label empty = Words.muted(texts.get("lab.log.empty"));
        list.setPlaceholder(empty);
        list.setAccessibleText(texts.get("lab.log"));
        list.getStyleClass().add("rp-log");
        list.setCellFactory(_ -> new Line());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                jump(list.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        model.told().subscribe(now -> now.ifPresent(moment -> show(moment.events())));
        model.lit().subscribe(_ -> list.refresh());
    }

    /// The log as a card.
    static Region card(LabDesk<?, ?, ?> desk) {
        ListView<LabEvent> list = new LogView<>(desk).list;
        list.setId("lab-log");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox card = new VBox(Words.heading(desk.texts().get("lab.log")), list);
        card.getStyleClass().addAll("rp-card", "rp-lab-card");
        return card;
    }

    /// The log as a section that opens.
    static Fold folded(LabDesk<?, ?, ?> desk) {
        ListView<LabEvent> list = new LogView<>(desk).list;
        list.getStyleClass().add("rp-log-folded");
        Fold fold = Fold.section(desk.texts().get("lab.log"));
        fold.setContent(list);
        return fold;
    }

    private void show(List<LabEvent> events) {
        if (!events.equals(last)) {
            last = events;
            shown.setAll(events.reversed());
        }
    }

    private void jump(LabEvent event) {
        if (event != null) {
            model.pause();
            model.seek(event.second());
            model.lit().set(event.subject());
        }
    }

    private final class Line extends ListCell<LabEvent> {
        private final Label second = Words.line("");
        private final Label sentence = Words.small("");
        private final HBox row = new HBox(second, sentence);

        Line() {
            second.getStyleClass().addAll("rp-small", "rp-muted", "rp-log-second");
            sentence.getStyleClass().add("rp-content");
            HBox.setHgrow(sentence, Priority.ALWAYS);
            row.getStyleClass().add("rp-log-row");
            setPrefWidth(0);
            setOnMouseClicked(_ -> jump(getItem()));
            setOnMouseEntered(_ -> {
                if (getItem() != null) {
                    model.lit().set(getItem().subject());
                }
            });
        }

        @Override
        protected void updateItem(LabEvent event, boolean empty) {
            super.updateItem(event, empty);
            if (empty || event == null) {
                setGraphic(null);
                pseudoClassStateChanged(LIT, false);
                return;
            }
            second.setText(texts.get(Paced.key(model.lab(), "lab.second"), event.second()));
            sentence.setText(event.sentence());
            setGraphic(row);
            pseudoClassStateChanged(
                    LIT,
                    !event.subject().isEmpty()
                            && event.subject().equals(model.lit().get()));
        }
    }
}
