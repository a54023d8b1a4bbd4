package dev.rockpool.app.branches;

import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.UserFiles;
import dev.rockpool.app.file.WindowDialogs;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.app.store.RulesPanel;
import dev.rockpool.app.store.StoreScreen;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.platform.Comparison;
import dev.rockpool.platform.ComparisonPage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Branches, as a screen of the shell.
///
/// An item `now/` asks for the name of a new branch; `rules/JSON` puts lifecycle rules into the branch's editor.
public final class BranchesScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "branches";

    private static final String NOW = "now";
    private static final String RULES = "rules";

    private final AppContext context;
    private final Texts texts;
    private final BranchesViewModel model;
    private final BranchesView view;
    private final RulesPanel rules;
    private final FileDialogs dialogs;
    private final Timeline ticking;
    private final ObservableValue<String> where;

    public BranchesScreen(AppContext context) {
        this.context = context;
        texts = context.texts();
        model = new BranchesViewModel(
                context.platform(), new OwnPrices(context.directory().prices())::book, context.tasks());
        Ways ways = new Ways();
        BranchWords words = new BranchWords(texts, context.zone());
        rules = new RulesPanel(context.tasks(), texts, context.zone(), ways::told);
        rules.onChanged(model::refresh);
        view = new BranchesView(model, words, rules, ways);
        dialogs = new WindowDialogs(view.root());
        ticking = new Timeline(new KeyFrame(Duration.seconds(1.0 / BranchesViewModel.TICKS), _ -> model.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        where = model.reading()
                .map(read -> read.flatMap(Reading::compared)
                        .map(now -> texts.get(
                                "branches.where",
                                words.side(now.comparison().right().name()),
                                words.day(now.comparison().right().now())))
                        .orElse(""));
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.GIT_BRANCH, BranchesScreen::new);
    }

    /// The place where a new branch is named.
    public static Place now() {
        return Place.of(ID, NOW, "");
    }

    /// The place where lifecycle rules are tried in a branch.
    ///
    /// @param json as the service takes them
    public static Place trying(String json) {
        return Place.of(ID, RULES, json);
    }

    @Override
    public Region root() {
        return view.root();
    }

    @Override
    public void shown() {
        model.open();
        ticking.play();
        view.alive(true);
        view.focus();
    }

    @Override
    public void hidden() {
        ticking.stop();
        model.pause();
        view.alive(false);
    }

    @Override
    public ObservableValue<String> where() {
        return where;
    }

    @Override
    public void open(String item) {
        int slash = item.indexOf('/');
        String kind = slash < 0 ? item : item.substring(0, slash);
        String what = slash < 0 ? "" : item.substring(slash + 1);
        if (kind.equals(RULES)) {
            rules.draft(what);
            view.show(BranchesView.Pane.RULES);
        }
        boolean hasData = model.reading().get().map(Reading::hasData).orElse(false);
        if (hasData && (kind.equals(NOW) || !view.looks())) {
            view.name();
        }
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("branches.branch", "branches.branch", view::name, "B")
                .when(() -> model.reading().get().map(Reading::hasData).orElse(false)));
        commands.add(of("branches.year", () -> model.skip(Period.ofYears(1)), "Y"));
        commands.add(of("branches.month", () -> model.skip(Period.ofDays(30)), "M"));
        commands.add(of("branches.day", () -> model.skip(Period.ofDays(1)), "D"));
        commands.add(of("branches.play.command", model::togglePlay, "Space"));
        commands.add(of("branches.measure.next", view::nextMeasure, "L"));
        commands.add(of("branches.keep", () -> model.ask(BranchesViewModel.Act.KEEP), "K"));
        commands.add(of("branches.discard", () -> model.ask(BranchesViewModel.Act.DISCARD), "Delete"));
        commands.add(of("branches.export", this::export, "X"));
        commands.add(of("store.rules.save", rules::save, "Shortcut+S")
                .when(() -> view.looks() && view.pane() == BranchesView.Pane.RULES));
        for (BranchesView.Pane pane : BranchesView.Pane.values()) {
            commands.add(of(pane.key(), () -> view.show(pane), pane.digit())
                    .when(() -> view.looks() && (view.compact() || pane != BranchesView.Pane.PICTURES)));
        }
        return commands;
    }

    private Command of(String key, Runnable action, String... keys) {
        return Command.of(key, key, action, keys).when(view::looks);
    }

    private void export() {
        Optional<Comparison> comparison = model.compared().map(Reading.Compared::comparison);
        comparison.ifPresent(now -> dialogs.save(
                        texts.get("branches.export"), "rockpool-" + now.right().name() + ".html")
                .ifPresent(file -> {
                    String object = model.life()
                            .get()
                            .map(BranchesViewModel.Life::object)
                            .orElse("");
                    Optional<Comparison.Lives> lives = model.life().get().map(BranchesViewModel.Life::lives);
                    new UserFiles(context)
                            .write(
                                    file,
                                    target -> Files.writeString(
                                            target,
                                            new ComparisonPage(now, object, lives).html(),
                                            StandardCharsets.UTF_8));
                }));
    }

    private final class Ways implements BranchesWays {
        @Override
        public void export() {
            BranchesScreen.this.export();
        }

        @Override
        public void store() {
            context.navigator().open(Place.of(StoreScreen.ID));
        }

        @Override
        public void told(String sentence) {
            context.notices().show(sentence);
        }
    }
}
