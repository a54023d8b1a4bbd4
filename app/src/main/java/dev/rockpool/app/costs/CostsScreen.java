package dev.rockpool.app.costs;

import dev.rockpool.app.branches.BranchesScreen;
import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.UserFiles;
import dev.rockpool.app.file.WindowDialogs;
import dev.rockpool.app.fleet.BucketRules;
import dev.rockpool.app.fleet.FleetDesk;
import dev.rockpool.app.fleet.LabExcerpt;
import dev.rockpool.app.kit.PngFile;
import dev.rockpool.app.lab.LabsScreen;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.fleet.Fleet;
import dev.rockpool.costmodel.fleet.FleetFile;
import dev.rockpool.costmodel.fleet.FleetPreset;
import dev.rockpool.costmodel.fleet.FleetPresets;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.costmodel.fleet.FleetScenarioJson;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.costmodel.scenario.Presets;
import dev.rockpool.costmodel.scenario.ScenarioJson;
import dev.rockpool.kernel.InputException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Costs, as a screen of the shell.
///
/// An item `PRESET/` opens a preset or a surprise, `{…}` a scenario, `rules/JSON` plays lifecycle rules over a fleet.
public final class CostsScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "costs";

    private static final String RULES = "rules";
    private static final String LIFECYCLE_LAB = "lifecycle";

    private final AppContext context;
    private final Texts texts;
    private final CostsViewModel model;
    private final CostsView view;
    private final PriceAge ages;
    private final FileDialogs dialogs;
    private final UserFiles files;
    private final StoreRules rules;
    private final StackPane root = new StackPane();
    private final ObservableValue<String> where;
    private boolean loaded;

    public CostsScreen(AppContext context) {
        this.context = context;
        texts = context.texts();
        model = new CostsViewModel(
                new CostRepository(context.database(), context.clock()),
                new OwnPrices(context.directory().prices()),
                new FleetDesk(context.directory().root().resolve("temporary")),
                context.tasks());
        rules = new StoreRules(context.platform(), context.tasks());
        dialogs = new WindowDialogs(root);
        files = new UserFiles(context);
        ages = new PriceAge(texts, context.clock(), context.zone());
        view = new CostsView(model, texts, ages, new Ways(), this::open);
        root.getChildren().setAll(view.root());
        where = Bindings.createStringBinding(this::name, model.design());
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.DOLLAR_SIGN, CostsScreen::new);
    }

    /// The place of a preset or a surprise.
    public static Place placeOf(String preset) {
        return new Place(ID, preset + "/");
    }

    /// The place where lifecycle rules are played over objects that age.
    ///
    /// @param json as the service takes them
    public static Place playing(String json) {
        return Place.of(ID, RULES, json);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown() {
        if (!loaded) {
            loaded = true;
            model.load();
        }
        view.focus();
    }

    @Override
    public void hidden() {}

    @Override
    public ObservableValue<String> where() {
        return where;
    }

    @Override
    public void open(String item) {
        if (item.startsWith("{")) {
            open(new CostRepository.Saved(texts.get("costs.blank"), item));
            view.showDesk();
            return;
        }
        String id = item.substring(0, item.indexOf('/'));
        if (id.equals(RULES)) {
            model.bringRules(texts.get("fleet.rules.brought"), item.substring(RULES.length() + 1));
            view.showDesk();
            return;
        }
        Optional<FleetPreset> fleet = FleetPresets.find(id);
        if (fleet.isPresent()) {
            model.open(fleet.get());
            view.showDesk();
            return;
        }
        Presets.find(id)
                .ifPresentOrElse(
                        preset -> {
                            model.open(preset);
                            view.showDesk();
                        },
                        () -> context.errors().show(new InputException("cost-preset", texts.get("costs.unknown", id))));
    }

    private void open(CostRepository.Saved kept) {
        try {
            model.open(kept);
        } catch (InputException fault) {
            context.errors().show(fault);
        }
    }

    @Override
    public List<Command> commands() {
        Ways ways = new Ways();
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("costs.gallery", "costs.gallery", view::showGallery, "G")
                .when(view::isDesk));
        commands.add(Command.of("costs.back", "costs.back", view::showDesk, "Escape")
                .when(() -> !view.isDesk() && !model.design().get().equals(Design.NOTHING)));
        commands.add(Command.of("costs.beside", "costs.beside", model::toggleBeside, "C")
                .when(view::isDesk));
        commands.add(
                Command.of("fleet.search", "fleet.search", ways::search, "F").when(this::isFleet));
        commands.add(Command.of("fleet.lab", "fleet.lab", ways::lab, "L").when(this::isFleet));
        commands.add(Command.of("fleet.report.open", "fleet.report.open", ways::openReport, "Shortcut+O"));
        commands.add(Command.of("fleet.export.fleet", "fleet.export.fleet", ways::exportFleet)
                .when(this::isFleet));
        commands.add(Command.of("fleet.export.rules", "fleet.export.rules", ways::exportRules)
                .when(this::isFleet));
        commands.add(Command.of("costs.swap", "costs.swap", model::swap, "X")
                .when(() -> view.isDesk() && model.design().get().left().isPresent()));
        commands.add(Command.of("costs.month.next", "costs.month.next", model::nextMonth, "N")
                .when(view::isDesk));
        commands.add(Command.of("costs.month.previous", "costs.month.previous", model::previousMonth, "P")
                .when(view::isDesk));
        commands.add(Command.of("costs.reset", "costs.reset", model::reset, "R").when(view::isDesk));
        commands.add(Command.of("costs.undo", "costs.undo", model::undo, "Shortcut+Z")
                .when(model::canUndo));
        commands.add(Command.of("costs.redo", "costs.redo", model::redo, "Shortcut+Y")
                .when(model::canRedo));
        commands.add(
                Command.of("costs.save", "costs.save", ways::save, "Shortcut+S").when(view::isDesk));
        commands.add(Command.of("costs.export.usage", "costs.export.usage", ways::exportUsage, "Shortcut+E")
                .when(view::isDesk));
        commands.add(Command.of("costs.export.table", "costs.export.table", ways::exportTable)
                .when(view::isDesk));
        commands.add(Command.of("costs.export.picture", "costs.export.picture", ways::exportPicture)
                .when(view::isDesk));
        commands.add(Command.of("costs.try", "branches.try", ways::tryOnData, "B"));
        commands.add(Command.of("costs.prices.import", "costs.prices.import", ways::importPrices));
        commands.add(Command.of("costs.prices.forget", "costs.prices.forget", ways::forgetPrices)
                .when(() -> model.book().get().owned() > 0));
        for (CostsView.Panel panel : CostsView.Panel.values()) {
            commands.add(Command.of("costs.panel." + panel.digit(), panel.key(), () -> view.show(panel), panel.digit())
                    .when(view::compact));
        }
        return commands;
    }

    private boolean isFleet() {
        return view.isDesk() && model.design().get().fleet().isPresent();
    }

    private String name() {
        return switch (model.design().get().origin()) {
            case Design.Origin.Shipped shipped ->
                texts.get("costs.preset." + shipped.preset().id());
            case Design.Origin.Kept kept -> kept.name();
            case Design.Origin.Ageing fleet ->
                fleet.preset()
                        .map(preset -> texts.get("costs.preset." + preset.id()))
                        .orElse(fleet.name());
            case Design.Origin.Blank _ -> "";
        };
    }

    private String fileName(String ending) {
        String name = name().isEmpty() ? ID : name();
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ending;
    }

    private final class Ways implements CostsWays {
        @Override
        public void save() {
            String base = name().isEmpty() ? texts.get("costs.blank") : name();
            String name =
                    texts.get("costs.saved.name", base, model.saved().get().size() + 1);
            model.save(name, kept -> context.notices().show(texts.get("costs.saved", kept), () -> model.forget(kept)));
        }

        @Override
        public void exportTable() {
            model.outcome()
                    .get()
                    .ifPresent(outcome -> dialogs.save(texts.get("costs.export.table"), fileName(".csv"))
                            .ifPresent(file -> files.write(file, CostsTable.of(outcome.forecast()))));
        }

        @Override
        public void exportPicture() {
            dialogs.save(texts.get("costs.export.picture"), fileName(".png")).ifPresent(file -> {
                WritableImage image = view.picture().snapshot(null, null);
                files.write(file, (Path target) -> PngFile.write(target, image));
            });
        }

        @Override
        public void exportUsage() {
            model.outcome()
                    .get()
                    .ifPresent(outcome -> dialogs.save(texts.get("costs.export.usage"), fileName(".json"))
                            .ifPresent(file -> files.write(
                                    file,
                                    ScenarioJson.usage(outcome.forecast().bills().stream()
                                            .map(bill -> bill.lines().stream()
                                                    .map(BillLine::usage)
                                                    .toList())
                                            .toList()))));
        }

        @Override
        public void importPrices() {
            dialogs.open(texts.get("costs.prices.import"))
                    .ifPresent(file -> model.importPrices(
                            file,
                            (imported, back) -> context.notices()
                                    .show(
                                            texts.get(
                                                    imported.leftOut().isEmpty()
                                                            ? "costs.prices.imported"
                                                            : "costs.prices.imported.but",
                                                    imported.prices(),
                                                    imported.from(),
                                                    imported.leftOut().size()),
                                            back)));
        }

        @Override
        public void tryOnData() {
            context.navigator()
                    .open(model.design()
                            .get()
                            .fleet()
                            .map(fleet -> BranchesScreen.trying(fleet.rules()))
                            .orElseGet(BranchesScreen::now));
        }

        @Override
        public void lab() {
            model.design()
                    .get()
                    .fleet()
                    .ifPresent(
                            fleet -> context.navigator().open(LabsScreen.placeOf(LIFECYCLE_LAB, LabExcerpt.of(fleet))));
        }

        @Override
        public void search() {
            model.search(texts.get("fleet.search.title"));
        }

        @Override
        public void bucketRules(Consumer<List<BucketRules>> then) {
            rules.read(then);
        }

        @Override
        public void openReport() {
            dialogs.open(texts.get("fleet.report.open"))
                    .ifPresent(report -> model.openReport(
                            report,
                            texts.get("fleet.report.reading"),
                            view::showDesk,
                            fault -> context.errors().show(fault)));
        }

        @Override
        public void exportFleet() {
            model.design().get().fleet().ifPresent(fleet -> {
                if (fleet.objects() instanceof FleetScenario.Objects.Described(Fleet described)) {
                    FleetFile content = new FleetFile(described, fleet.region(), fleet.start());
                    dialogs.save(texts.get("fleet.export.fleet"), fileName("-fleet.json"))
                            .ifPresent(file -> files.write(file, FleetScenarioJson.fleetFile(content)));
                }
            });
        }

        @Override
        public void exportRules() {
            model.design()
                    .get()
                    .fleet()
                    .ifPresent(fleet -> dialogs.save(texts.get("fleet.export.rules"), fileName("-rules.json"))
                            .ifPresent(file -> files.write(file, fleet.rules() + "\n")));
        }

        @Override
        public void correctPrice(BillLine line, BigDecimal price) {
            model.correct(
                    line,
                    price,
                    texts.get("costs.prices.hand"),
                    ages.today(),
                    back -> context.notices().show(texts.get("costs.prices.corrected"), back));
        }

        @Override
        public void forgetPrices() {
            model.forgetPrices(back -> context.notices().show(texts.get("costs.prices.forgotten"), back));
        }

        @Override
        public void browse(String address) {
            context.outside().open(URI.create(address));
        }
    }
}
