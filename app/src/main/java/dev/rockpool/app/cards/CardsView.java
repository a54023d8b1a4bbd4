package dev.rockpool.app.cards;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.EmptyState;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.Flag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The Cards screen: the search above, the table, and below it what can be done to the chosen cards.
final class CardsView {
    /// Below this height, as on a projector, the menus of terms give way to the table; terms can still be typed.
    private static final double LOW = 600;

    private static final int LONGEST_NAME = 60;
    private static final Pattern NOT_BARE = Pattern.compile("[\\s\"]");

    private final CardsViewModel model;
    private final CardActs acts;
    private final Texts texts;
    private final CardTable table;
    private final CustomTextField search = new CustomTextField();
    private final MenuButton topics = new MenuButton();
    private final MenuButton tags = new MenuButton();
    private final MenuButton saved = new MenuButton();
    private final FlowPane filters = new FlowPane();
    private final Label told = Words.muted("");
    private final Label counted = Words.line("");
    private final Label chosen = Words.line("");
    private final FlowPane actions = new FlowPane();
    private final MenuButton mark = new MenuButton();
    private final StackPane stage = new StackPane();
    private final VBox root = new VBox();

    CardsView(CardsViewModel model, CardActs acts, Texts texts) {
        this.model = model;
        this.acts = acts;
        this.texts = texts;
        table = new CardTable(model, texts, () -> acts.open(chosen()));
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setMinHeight(0);
        root.getStyleClass().addAll("rp-screen", "rp-cards");
        root.getChildren().setAll(find(), told, stage, foot());
        root.heightProperty().subscribe(height -> {
            filters.setVisible(height.doubleValue() >= LOW);
            filters.setManaged(filters.isVisible());
        });
        table.root().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                acts.open(chosen());
                event.consume();
            }
        });
        table.root().getSelectionModel().getSelectedItems().addListener((ListChangeListener<CardEntry>) _ -> choose());
        model.found().subscribe(this::show);
        model.reading().subscribe(_ -> show(model.found().get()));
        model.saved().subscribe(this::offerSaved);
    }

    Region root() {
        return root;
    }

    /// The cards that acts go to.
    List<CardEntry> chosen() {
        return table.chosen();
    }

    void focus() {
        search.requestFocus();
    }

    /// Opens the menu of flags.
    void mark() {
        mark.show();
    }

    private Region find() {
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setPromptText(texts.get("cards.search.prompt"));
        search.setAccessibleText(texts.get("cards.search"));
        search.setId("cards-search");
        search.textProperty().bindBidirectional(model.search());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                table.root().requestFocus();
                if (table.chosen().isEmpty()) {
                    table.root().getSelectionModel().selectFirst();
                }
                event.consume();
            }
        });
        MenuButton states = menu(new MenuButton(), "cards.state", Feather.LAYERS);
        for (CardSearch.Is each : CardSearch.Is.values()) {
            states.getItems().add(term(texts.get("cards.state." + each.text()), "is", each.text()));
        }
        MenuButton flags = menu(new MenuButton(), "cards.flag", Feather.FLAG);
        flags.getItems().add(term(texts.get("cards.any"), "flag", "any"));
        for (Flag each : Flag.values()) {
            flags.getItems().add(term(name(each), "flag", each.name().toLowerCase(Locale.ROOT)));
        }
        MenuButton due = menu(new MenuButton(), "cards.due", Feather.CALENDAR);
        due.getItems()
                .addAll(
                        term(texts.get("cards.due.today"), "due", "0"),
                        term(texts.get("cards.due.week"), "due", "7"),
                        term(texts.get("cards.due.month"), "due", "30"));
        menu(topics, "cards.topic", Feather.BOOK);
        menu(tags, "cards.tag", Feather.TAG);
        menu(saved, "cards.saved", Feather.BOOKMARK);
        filters.getChildren().setAll(states, topics, tags, flags, due, saved);
        filters.getStyleClass().add("rp-cards-filters");
        VBox find = new VBox(search, filters);
        find.getStyleClass().add("rp-cards-find");
        find.setMinHeight(Region.USE_PREF_SIZE);
        return find;
    }

    private MenuButton menu(MenuButton button, String key, Feather icon) {
        button.setText(texts.get(key));
        button.setGraphic(new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A menu's item puts its term into the search, where it can be read and changed.
    private MenuItem term(String words, String field, String value) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> {
            String term = field + ":" + (NOT_BARE.matcher(value).find() ? "\"" + value + "\"" : value);
            String others = model.search()
                    .get()
                    .replaceAll("(?<!\\S)" + field + ":(\"[^\"]*\"|\\S*)", "")
                    .strip();
            model.search().set(others.isEmpty() ? term : others + " " + term);
            search.requestFocus();
            search.end();
        });
        return item;
    }

    private Region foot() {
        Button open = act("cards.open", "Enter", () -> acts.open(chosen()));
        open.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        Button suspend = act("cards.suspend", "S", () -> acts.suspend(chosen()));
        Button bury = act("cards.bury", "B", () -> acts.bury(chosen()));
        mark.setGraphic(KeyHint.beside(texts.get("cards.mark"), KeyCombination.valueOf("F")));
        mark.setAccessibleText(texts.get("cards.mark"));
        mark.setMinWidth(Region.USE_PREF_SIZE);
        for (Flag each : Flag.values()) {
            MenuItem item = new MenuItem(name(each));
            item.setOnAction(_ -> acts.flag(each, name(each), chosen()));
            mark.getItems().add(item);
        }
        Button reset = act("cards.reset", "N", () -> acts.reset(chosen()));
        Button leech = act("cards.clear-leech", "L", () -> acts.clearLeech(chosen()));
        actions.getChildren().setAll(open, suspend, bury, mark, reset, leech);
        actions.getStyleClass().add("rp-cards-acts");
        counted.getStyleClass().add("rp-strong");
        chosen.getStyleClass().add("rp-muted");
        HBox counts = new HBox(counted, chosen);
        counts.getStyleClass().add("rp-cards-counts");
        VBox foot = new VBox(counts, actions);
        foot.getStyleClass().add("rp-cards-foot");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        choose();
        return foot;
    }

    private Button act(String key, String keys, Runnable action) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(texts.get(key), KeyCombination.valueOf(keys)));
        button.setAccessibleText(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private String name(Flag flag) {
        return texts.get("cards.flag." + flag.name().toLowerCase(Locale.ROOT));
    }

    private void choose() {
        int count = table.root().getSelectionModel().getSelectedItems().size();
        actions.setVisible(count > 0);
        actions.setManaged(count > 0);
        chosen.setText(count == 0 ? texts.get("cards.chosen.none") : texts.get("cards.chosen", count));
    }

    private void show(CardsViewModel.Found found) {
        if (model.reading().get()) {
            stage.getChildren().setAll(new VBox(new ProgressIndicator(), Words.plain(texts.get("cards.reading"))));
            return;
        }
        told.setText(found.problem().map(this::problem).orElse(texts.get("cards.help")));
        told.setManaged(found.problem().isPresent() || filters.isVisible());
        told.setVisible(told.isManaged());
        table.show(found.cards());
        boolean all = found.cards().size() == found.all();
        counted.setText(
                all
                        ? texts.get("cards.counted", found.all())
                        : texts.get("cards.counted.of", found.cards().size(), found.all()));
        stage.getChildren().setAll(found.cards().isEmpty() ? nothing() : table.root());
        offer(topics, "topic", model.topics());
        offer(tags, "tag", model.tags());
        choose();
    }

    private Region nothing() {
        Button clear = new Button(texts.get("cards.clear"));
        clear.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        clear.setOnAction(_ -> model.search().set(""));
        return new EmptyState(Feather.SEARCH, texts.get("cards.none"), texts.get("cards.none.why"), List.of(clear))
                .root();
    }

    private String problem(CardSearch.Problem problem) {
        return problem.allowed().isEmpty()
                ? texts.get("cards.problem.number", problem.field(), problem.value())
                : texts.get("cards.problem", problem.field(), problem.value(), String.join(", ", problem.allowed()));
    }

    private void offer(MenuButton menu, String field, List<String> values) {
        if (menu.getItems().size() != values.size()) {
            menu.getItems()
                    .setAll(values.stream()
                            .map(value -> term(value, field, value))
                            .toList());
            menu.setDisable(values.isEmpty());
        }
    }

    private void offerSaved(List<SavedSearchRepository.Saved> searches) {
        saved.getItems().clear();
        for (SavedSearchRepository.Saved each : searches) {
            MenuItem item = new MenuItem(each.name(), new FontIcon(Feather.BOOKMARK));
            item.setOnAction(_ -> model.search().set(each.search()));
            saved.getItems().add(item);
        }
        if (searches.isEmpty()) {
            MenuItem none = new MenuItem(texts.get("cards.saved.none"));
            none.setDisable(true);
            saved.getItems().add(none);
        }
        saved.getItems().add(new SeparatorMenuItem());
        saved.getItems().add(saving());
        for (SavedSearchRepository.Saved each : searches) {
            MenuItem forget = new MenuItem(texts.get("cards.forget", each.name()), new FontIcon(Feather.TRASH_2));
            forget.setOnAction(_ -> acts.forget(each));
            saved.getItems().add(forget);
        }
    }

    private CustomMenuItem saving() {
        TextField name = new TextField();
        name.setPromptText(texts.get("cards.save.name"));
        name.setAccessibleText(texts.get("cards.save.name"));
        Button keep = new Button(texts.get("cards.save"));
        keep.setMinWidth(Region.USE_PREF_SIZE);
        Consumer<String> save = typed -> Optional.of(typed.strip())
                .filter(words -> !words.isEmpty() && !model.search().get().isBlank())
                .ifPresent(words -> {
                    acts.save(words.length() > LONGEST_NAME ? words.substring(0, LONGEST_NAME) : words);
                    saved.hide();
                });
        name.setOnAction(_ -> save.accept(name.getText()));
        keep.setOnAction(_ -> save.accept(name.getText()));
        HBox row = new HBox(name, keep);
        row.getStyleClass().add("rp-cards-save");
        return new CustomMenuItem(row, false);
    }
}
