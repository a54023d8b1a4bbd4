package dev.rockpool.app.document;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Snapshot;
import dev.rockpool.study.Mastery;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The Document screen: which view, the search over all of it, and the view.
final class DocumentView {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    /// Below this width the list and the question are shown in turns.
    private static final double COMPACT_WIDTH = 820;

    /// Left free over what is scrolled to.
    private static final double MARGIN = 12;

    private final DocumentViewModel model;
    private final Surroundings surroundings;
    private final Texts texts;
    private final Supplier<Snapshot> decks;
    private final DocumentWays ways;
    private final BorderPane root = new BorderPane();
    private final CustomTextField search = new CustomTextField();
    private final Label found = new Label();
    private final QuestionListView list;
    private final ScrollPane detail = new ScrollPane();
    private final HBox reading = new HBox();
    private final ChangesView changes;
    private final GlossaryView glossary;
    private @Nullable QuestionView question;
    private final Button back = new Button();
    private List<Button> onPaper = List.of();
    private boolean listInFront = true;

    DocumentView(DocumentViewModel model, Surroundings surroundings, Supplier<Snapshot> decks, DocumentWays ways) {
        this.model = model;
        this.surroundings = surroundings;
        this.decks = decks;
        this.ways = ways;
        texts = surroundings.texts();
        list = new QuestionListView(model, texts);
        changes = new ChangesView(model, surroundings);
        glossary = new GlossaryView(surroundings);
        detail.setFitToWidth(true);
        detail.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        detail.getStyleClass().addAll("rp-clear", "rp-question-detail");
        HBox.setHgrow(detail, Priority.ALWAYS);
        reading.getStyleClass().add("rp-reading");
        root.getStyleClass().addAll("rp-screen", "rp-document");
        root.setTop(bar());
        model.tab().subscribe(this::show);
        model.found().subscribe(this::show);
        model.selected().subscribe(_ -> showQuestion());
        model.mastery().subscribe(_ -> showQuestion());
        model.target().subscribe(this::bring);
        root.widthProperty().subscribe(this::fit);
        list.root().setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                read();
                event.consume();
            }
        });
        list.root().setOnMouseClicked(_ -> read());
    }

    Region root() {
        return root;
    }

    void focus() {
        switch (model.tab().get()) {
            case QUESTIONS -> list.root().requestFocus();
            case CHANGES -> changes.root().requestFocus();
            case GLOSSARY -> glossary.root().requestFocus();
        }
    }

    /// Puts the focus into the search.
    void search() {
        search.requestFocus();
        search.selectAll();
    }

    private Region bar() {
        ToggleGroup group = new ToggleGroup();
        HBox tabs = new HBox();
        List<DocumentTab> all = List.of(DocumentTab.values());
        for (DocumentTab tab : all) {
            ToggleButton button = new ToggleButton(texts.get(tab.textKey()));
            button.setToggleGroup(group);
            button.getStyleClass()
                    .add(
                            tab == all.getFirst()
                                    ? Styles.LEFT_PILL
                                    : tab == all.getLast() ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.tab().set(tab);
            });
            model.tab().subscribe(now -> button.setSelected(now == tab));
            tabs.getChildren().add(button);
        }
        search.setPromptText(texts.get("document.search"));
        search.setAccessibleText(texts.get("document.search"));
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setRight(KeyLabel.of(DocumentScreen.SEARCH));
        search.getStyleClass().add("rp-document-search");
        search.textProperty().bindBidirectional(model.query());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
                focus();
                event.consume();
            }
        });
        found.getStyleClass().addAll("rp-small", "rp-muted");
        found.setMinWidth(Region.USE_PREF_SIZE);
        back.setText(texts.get("document.back"));
        back.setGraphic(new FontIcon(Feather.ARROW_LEFT));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> {
            listInFront = true;
            fit();
            list.root().requestFocus();
        });
        onPaper = List.of(
                action("document.print", DocumentScreen.PRINT, ways::print),
                action("document.save", DocumentScreen.SAVE, ways::save));
        FlowPane bar = new FlowPane(tabs, back, search, found);
        bar.setRowValignment(VPos.CENTER);
        bar.getChildren().addAll(onPaper);
        bar.getStyleClass().add("rp-document-bar");
        return bar;
    }

    private Button action(String key, javafx.scene.input.KeyCombination keys, Runnable action) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(texts.get(key), keys));
        button.setAccessibleText(texts.get(key));
        button.getStyleClass().addAll(Styles.FLAT, "rp-quiet");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(DocumentTab tab) {
        switch (tab) {
            case QUESTIONS -> fit();
            case CHANGES -> {
                fit();
                changes.show(model.found().get());
                root.setCenter(changes.root());
            }
            case GLOSSARY -> {
                fit();
                glossary.show(model.found().get());
                root.setCenter(glossary.root());
            }
        }
        count();
    }

    private void show(DocumentViewModel.Found now) {
        switch (model.tab().get()) {
            case QUESTIONS -> {
                listInFront = true;
                fit();
                showQuestion();
            }
            case CHANGES -> changes.show(now);
            case GLOSSARY -> glossary.show(now);
        }
        count();
    }

    private void count() {
        DocumentViewModel.Found now = model.found().get();
        if (now.hits().isEmpty()) {
            found.setText("");
            return;
        }
        found.setText(
                switch (model.tab().get()) {
                    case QUESTIONS ->
                        texts.get(
                                "document.found.questions",
                                now.places(),
                                now.questions().size());
                    case CHANGES ->
                        texts.get("document.found.changes", now.changes().size());
                    case GLOSSARY ->
                        texts.get("document.found.terms", now.terms().size());
                });
    }

    private void showQuestion() {
        Optional<QuestionEntry> entry = model.selected().get();
        if (entry.isEmpty() || model.found().get().questions().isEmpty()) {
            question = null;
            Label nothing =
                    new Label(texts.get(model.query().get().isEmpty() ? "document.opening" : "document.nothing"));
            nothing.setWrapText(true);
            detail.setContent(new StackPane(nothing));
            return;
        }
        Mastery mastery = model.mastery().get().getOrDefault(entry.get().id(), Mastery.NONE);
        boolean same = question != null && question.shows(entry.get());
        double place = detail.getVvalue();
        QuestionView view = new QuestionView(
                entry.get(),
                decks.get(),
                model.index().get(),
                model.found().get().hits(),
                mastery,
                surroundings,
                ways);
        if (same && question != null) {
            view.openLike(question);
        }
        question = view;
        StackPane page = new StackPane(view.root());
        page.getStyleClass().add("rp-question-page");
        detail.setContent(page);
        detail.setVvalue(same ? place : 0);
    }

    private void bring(Optional<String> id) {
        if (id.isEmpty()) {
            return;
        }
        listInFront = false;
        fit();
        root.applyCss(); // a scroll pane has its content only once it is styled
        Optional<Region> node = model.tab().get() == DocumentTab.GLOSSARY
                ? glossary.find(id.get())
                : Optional.ofNullable(question).flatMap(view -> view.reveal(id.get()));
        if (model.tab().get() == DocumentTab.GLOSSARY) {
            node.ifPresent(term -> {
                scrollTo(glossary.root(), term);
                term.requestFocus();
            });
        } else {
            node.ifPresent(claim -> scrollTo(detail, claim));
        }
    }

    private static void scrollTo(ScrollPane scroll, Region target) {
        Node content = scroll.getContent();
        if (target.getScene() != null) {
            scroll.applyCss();
            scroll.layout();
        }
        Bounds place = content.sceneToLocal(target.localToScene(target.getLayoutBounds()));
        double room = content.getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp((place.getMinY() - MARGIN) / room, 0, 1));
    }

    /// From the list to the question, where there is room for one of them only.
    private void read() {
        if (listInFront && root.getWidth() < COMPACT_WIDTH) {
            listInFront = false;
            fit();
            detail.requestFocus();
        }
    }

    private void fit() {
        boolean compact = root.getWidth() > 0 && root.getWidth() < COMPACT_WIDTH;
        root.pseudoClassStateChanged(COMPACT, compact);
        boolean questions = model.tab().get() == DocumentTab.QUESTIONS;
        show(back, questions && compact && !listInFront);
        show(search, !back.isVisible());
        onPaper.forEach(button -> show(button, !compact));
        if (!questions) {
            return;
        }
        HBox.setHgrow(list.root(), compact ? Priority.ALWAYS : Priority.NEVER);
        if (!compact) {
            reading.getChildren().setAll(list.root(), detail);
        } else {
            reading.getChildren().setAll(listInFront ? list.root() : detail);
        }
        root.setCenter(reading);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
