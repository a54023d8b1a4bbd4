package dev.rockpool.app.document;

import dev.rockpool.app.claim.VerdictMark;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Verdict;
import dev.rockpool.study.Mastery;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list of questions: number, title, how many claims have each verdict, and how well the cards are remembered.
final class QuestionListView {
    private final ListView<QuestionEntry> list = new ListView<>();
    private final DocumentViewModel model;
    private final Texts texts;

    QuestionListView(DocumentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        list.getStyleClass().add("rp-questions");
        list.setCellFactory(_ -> new Cell());
        list.setAccessibleText(texts.get("document.questions"));
        model.found().subscribe(found -> {
            list.getItems().setAll(found.questions());
            mark(model.selected().get());
        });
        model.selected().subscribe(this::mark);
        model.mastery().subscribe(_ -> list.refresh());
        list.getSelectionModel().selectedItemProperty().subscribe(entry -> {
            if (entry != null) {
                model.select(entry);
            }
        });
    }

    ListView<QuestionEntry> root() {
        return list;
    }

    private void mark(Optional<QuestionEntry> entry) {
        entry.filter(list.getItems()::contains).ifPresent(shown -> {
            if (!shown.equals(list.getSelectionModel().getSelectedItem())) {
                list.getSelectionModel().select(shown);
                list.scrollTo(shown);
            }
        });
    }

    private final class Cell extends ListCell<QuestionEntry> {
        private final Label number = new Label();
        private final Label title = new Label();
        private final Label places = new Label();
        private final Label share = new Label();
        private final Region spring = new Region();
        private final HBox marks = new HBox();
        private final VBox words = new VBox();

        Cell() {
            number.getStyleClass().addAll("rp-question-number", "rp-muted", "rp-content");
            title.getStyleClass().addAll("rp-question-title", "rp-content");
            title.setWrapText(true);
            title.setTextOverrun(OverrunStyle.CLIP);
            places.getStyleClass().add("rp-badge");
            places.setMinWidth(Region.USE_PREF_SIZE);
            share.getStyleClass().addAll("rp-small", "rp-muted");
            share.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(spring, Priority.ALWAYS);
            marks.getStyleClass().add("rp-question-marks");
            words.getStyleClass().add("rp-question-words");
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(number, words);
            row.getStyleClass().add("rp-question-row");
            setGraphic(row);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(QuestionEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            Region row = (Region) getGraphic();
            row.setVisible(!empty && entry != null);
            if (empty || entry == null) {
                setAccessibleText("");
                return;
            }
            number.setText(String.valueOf(entry.question().number()));
            title.setText(entry.deck().title());
            marks.getChildren().clear();
            for (Map.Entry<Verdict, Integer> count : entry.counts().entrySet()) {
                marks.getChildren().add(VerdictMark.number(count.getKey(), count.getValue(), texts));
            }
            Mastery mastery = model.mastery().get().getOrDefault(entry.id(), Mastery.NONE);
            long percent = Math.round(mastery.expectedRecall() * 100);
            Integer hits = model.found().get().counts().get(entry.id());
            if (hits != null) {
                places.setText(texts.get("document.places", hits));
                marks.getChildren().setAll(places);
            }
            share.setText(texts.get("document.percent", percent));
            marks.getChildren().addAll(spring, share);
            String recalled = texts.get("document.mastery", percent);
            words.getChildren().setAll(title, marks, new ShareBar(mastery.expectedRecall(), recalled));
            setAccessibleText(texts.get(
                    "document.question.row",
                    entry.question().number(),
                    entry.deck().title(),
                    recalled));
        }
    }
}
