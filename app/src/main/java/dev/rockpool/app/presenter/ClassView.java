package dev.rockpool.app.presenter;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.lab.LabShow;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.LessonScene;
import dev.rockpool.content.LessonStep;
import dev.rockpool.simulators.Prediction;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the class sees: the words of the step, the lab’s stage, hands as bars, the gain. Nothing else.
final class ClassView {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");
    private static final char FIRST_LETTER = 'A';
    private static final double PERCENT = 100;

    private final Texts texts;
    private final Surroundings surroundings;
    private final Shows shows;
    private final Map<LabShow<?, ?, ?>, Region> stages = new HashMap<>();
    private final VBox root = new VBox();
    private Subscription numbers = Subscription.EMPTY;

    ClassView(PresenterViewModel model, Shows shows, Texts texts, Surroundings surroundings) {
        this.texts = texts;
        this.surroundings = surroundings;
        this.shows = shows;
        root.getStyleClass().addAll("rp-class");
        model.page().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    private void show(Page page) {
        numbers.unsubscribe();
        numbers = Subscription.EMPTY;
        switch (page) {
            case Page.Told(LessonStep step) -> {
                words(step);
                step.scene().flatMap(this::stage).ifPresent(root.getChildren()::add);
                root.pseudoClassStateChanged(OTHER, step.scene().isEmpty());
            }
            case Page.Guessed guessed -> guessed(guessed);
            case Page.Asked asked -> asked(asked);
            case Page.Summed(Gain gain, List<ClassRun> earlier) -> summed(gain, earlier);
        }
    }

    private void words(LessonStep step) {
        root.getChildren().setAll(title(step.title()));
        if (!step.text().isEmpty()) {
            root.getChildren().add(text(step.text()));
        }
    }

    private static Label title(String words) {
        Label title = Words.plain(words);
        title.getStyleClass().addAll("rp-class-title", "rp-content");
        return title;
    }

    private Region text(String markdown) {
        Region text = new MarkdownView(markdown, surroundings, Hits.NONE).root();
        text.getStyleClass().add("rp-class-text");
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }

    private Optional<Region> stage(LessonScene scene) {
        Optional<Region> stage = shows.of(scene).map(show -> stages.computeIfAbsent(show, LabShow::stage));
        stage.ifPresent(region -> {
            VBox.setVgrow(region, Priority.ALWAYS);
            region.setMinHeight(0);
        });
        return stage;
    }

    // ---- guesses and runs

    private void guessed(Page.Guessed page) {
        words(page.step());
        root.pseudoClassStateChanged(OTHER, false);
        if (page.phase() == Page.Phase.ASKED) {
            page.prediction().ifPresent(prediction -> root.getChildren().add(said(prediction.question())));
        }
        page.step().scene().flatMap(this::stage).ifPresent(root.getChildren()::add);
        HBox line = new HBox();
        line.getStyleClass().add("rp-class-numbers");
        line.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren().add(line);
        switch (page.phase()) {
            case ASKED -> line.getChildren().setAll(guess(page));
            case RUNS, REVEALED -> {
                line.getChildren().setAll(page.guess().isPresent() ? guess(page) : List.of());
                page.step().scene().flatMap(shows::of).ifPresent(lab -> {
                    numbers = lab.told()
                            .subscribe(told -> line.getChildren()
                                    .setAll(told.map(now -> numbers(page, now)).orElse(List.of())));
                });
            }
        }
    }

    private List<Node> guess(Page.Guessed page) {
        return page.prediction()
                .map(prediction -> List.<Node>of(number(
                        texts.get("present.class.guess"),
                        page.guess().isPresent()
                                ? prediction.unit().format(page.guess().getAsDouble())
                                : texts.get("present.class.guess.none"))))
                .orElse(List.of());
    }

    private List<Node> numbers(Page.Guessed page, LabShow.Told told) {
        List<Node> shown = new ArrayList<>();
        OptionalDouble guess = page.guess();
        if (page.phase() == Page.Phase.REVEALED
                && guess.isPresent()
                && page.prediction().isPresent()) {
            Prediction prediction = page.prediction().get();
            shown.add(number(texts.get("present.class.guess"), prediction.unit().format(guess.getAsDouble())));
        }
        String label = told.figure().label();
        shown.add(number(label, told.figure().shown()));
        told.left().ifPresent(left -> {
            shown.removeLast();
            shown.add(number(texts.get("present.class.left", label), left.shown()));
            shown.add(number(
                    texts.get("present.class.right", label), told.figure().shown()));
        });
        if (told.figure().unit() != Unit.USD) {
            shown.add(number(
                    texts.get("present.class.bill"),
                    told.leftBill()
                            .map(left -> texts.get("present.class.bills", left, told.bill()))
                            .orElse(told.bill())));
        }
        return shown;
    }

    private static Region number(String name, String value) {
        Label words = Words.small(name);
        words.getStyleClass().add("rp-content");
        Label number = Words.line(value);
        number.getStyleClass().addAll("rp-class-text", "rp-strong", "rp-content");
        VBox both = new VBox(words, number);
        HBox.setHgrow(both, Priority.ALWAYS);
        both.setMaxWidth(Double.MAX_VALUE);
        return both;
    }

    private static Label said(String words) {
        Label label = Words.plain(words);
        label.getStyleClass().addAll("rp-class-text", "rp-strong", "rp-content");
        return label;
    }

    // ---- hands

    private void asked(Page.Asked page) {
        HandsQuestion question = page.question();
        words(page.step());
        root.pseudoClassStateChanged(OTHER, page.step().scene().isEmpty());
        if (!question.stem().isEmpty()) {
            root.getChildren().add(page.resolved() ? small(question.stem()) : stem(question.stem()));
        }
        if (question.typed() && !page.resolved()) {
            root.getChildren().add(said(texts.get("present.class.write")));
        }
        VBox choices = new VBox();
        choices.getStyleClass().add("rp-class-choices");
        boolean counted = page.tally().total() > 0;
        if (!question.typed() || (counted && page.resolved())) {
            for (int choice = 0; choice < question.choices().size(); choice++) {
                choices.getChildren().add(choice(page, choice));
            }
            root.getChildren().add(choices);
        }
        if (page.resolved()) {
            root.getChildren().addAll(answer(page));
        }
        page.step().scene().flatMap(this::stage).ifPresent(root.getChildren()::add);
    }

    private static Label stem(String words) {
        Label label = Words.plain(words);
        label.getStyleClass().addAll("rp-class-text", "rp-content");
        return label;
    }

    private Node choice(Page.Asked page, int choice) {
        HandsQuestion question = page.question();
        boolean right = page.resolved()
                && question.right().isPresent()
                && question.right().getAsInt() == choice;
        Label letter = Words.line(letter(choice));
        letter.getStyleClass().addAll("rp-class-letter", "rp-content");
        if (right) {
            letter.setGraphic(new FontIcon(Feather.CHECK));
            letter.setContentDisplay(ContentDisplay.RIGHT);
            letter.setAccessibleText(texts.get("present.class.is-right", letter(choice)));
        }
        Label words = Words.plain(question.choices().get(choice));
        words.getStyleClass().addAll("rp-class-text", "rp-content");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(letter, words);
        if (page.tally().total() > 0) {
            int hands = page.tally().hands().get(choice);
            double share = page.tally().share(choice);
            String said = texts.get("present.class.hands", hands, percent(share));
            Label count = Words.line(said);
            count.getStyleClass().addAll("rp-class-count");
            row.getChildren().addAll(new ShareBar(share, said), count);
        }
        row.getStyleClass().add("rp-class-choice");
        row.pseudoClassStateChanged(RIGHT, right);
        return row;
    }

    /// The letter that hands are raised for.
    static String letter(int choice) {
        return String.valueOf((char) (FIRST_LETTER + choice));
    }

    private List<Node> answer(Page.Asked page) {
        HandsQuestion question = page.question();
        List<Node> shown = new ArrayList<>();
        if (question.typed()) {
            shown.add(said(texts.get("present.class.key", question.key())));
        }
        missed(page)
                .map(mistake -> texts.get("present.class.mistake", letter(mistake), question.mistake(mistake)))
                .ifPresent(sentence -> shown.add(small(sentence)));
        if (!question.answer().isEmpty()) {
            Region said = new MarkdownView(question.answer(), surroundings, Hits.NONE).root();
            said.getStyleClass().add("rp-class-answer");
            said.setMinHeight(Region.USE_PREF_SIZE);
            shown.add(said);
        }
        return shown;
    }

    private static Label small(String sentence) {
        Label label = Words.plain(sentence);
        label.getStyleClass().addAll("rp-content", "rp-class-answer");
        return label;
    }

    /// The wrong choice that most hands were raised for, if what it mistakes is known.
    private static Optional<Integer> missed(Page.Asked page) {
        int most = -1;
        for (int choice = 0; choice < page.question().choices().size(); choice++) {
            boolean wrong = page.question().right().orElse(-1) != choice;
            int hands = page.tally().hands().get(choice);
            if (wrong
                    && hands > 0
                    && !page.question().mistake(choice).isEmpty()
                    && (most < 0 || hands > page.tally().hands().get(most))) {
                most = choice;
            }
        }
        return most < 0 ? Optional.empty() : Optional.of(most);
    }

    // ---- the gain

    private void summed(Gain gain, List<ClassRun> earlier) {
        root.pseudoClassStateChanged(OTHER, true);
        root.getChildren().setAll(title(texts.get("present.gain.title")));
        if (gain.pairs() == 0) {
            root.getChildren().add(said(texts.get("present.gain.none")));
            return;
        }
        root.getChildren()
                .addAll(
                        score(texts.get("present.gain.before"), gain.before()),
                        score(texts.get("present.gain.after"), gain.after()));
        if (gain.normalised().isEmpty()) {
            root.getChildren().add(said(texts.get("present.gain.knew")));
            return;
        }
        double normalised = gain.normalised().getAsDouble();
        String band =
                texts.get("present.gain.band." + Gain.band(normalised).name().toLowerCase(Locale.ROOT));
        root.getChildren()
                .addAll(
                        said(texts.get("present.gain.value", String.format(Locale.ROOT, "%.2f", normalised), band)),
                        small(texts.get(
                                "present.gain.worked",
                                percent(gain.after()),
                                percent(gain.before()),
                                gain.pairs(),
                                gain.asked())));
        if (!earlier.isEmpty()) {
            Gains gains = Gains.of(earlier);
            Drawing picture =
                    new Drawing(new GainsPicture(gains.values(), OptionalDouble.of(normalised), GainWords.of(texts)));
            picture.setAccessibleText(GainWords.beside(texts, gains));
            picture.getStyleClass().add("rp-class-gains");
            VBox.setVgrow(picture, Priority.ALWAYS);
            root.getChildren().addAll(said(GainWords.beside(texts, gains)), picture);
        }
    }

    private Node score(String name, double share) {
        Label words = Words.plain(name);
        words.getStyleClass().addAll("rp-class-text", "rp-content");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        String said = texts.get("present.class.percent", percent(share));
        Label number = Words.line(said);
        number.getStyleClass().addAll("rp-class-count", "rp-strong");
        HBox row = new HBox(words, new ShareBar(share, said), number);
        row.getStyleClass().add("rp-class-choice");
        return row;
    }

    private static long percent(double share) {
        return Math.round(share * PERCENT);
    }
}
