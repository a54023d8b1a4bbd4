package dev.rockpool.app.fleet;

import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.fleet.Plan;
import dev.rockpool.costmodel.fleet.WhatIf;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.When;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the fleet costs under each plan: its rules, none, Intelligent-Tiering, and the cheapest rules found, with what
/// these hang on.
public final class FoundView {
    private final FleetActs acts;
    private final Texts texts;
    private final GridPane plans = new GridPane();
    private final Button search = new Button();
    private final VBox told = new VBox();
    private final VBox root = new VBox();

    public FoundView(FleetActs acts, Texts texts, FleetWays ways) {
        this.acts = acts;
        this.texts = texts;
        search.setId("fleet-search");
        search.setOnAction(_ -> ways.search());
        plans.getStyleClass().add("rp-fleet-plans");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        name.setMinWidth(0);
        plans.getColumnConstraints().setAll(name, new ColumnConstraints());
        told.getStyleClass().add("rp-costs-words");
        root.setId("fleet-found");
        root.getStyleClass().addAll("rp-card", "rp-costs-card");
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren().setAll(Words.heading(texts.get("fleet.plans")), plans, search, told);
        acts.outcome().subscribe(_ -> show());
        acts.found().subscribe(_ -> show());
        acts.searching().subscribe(now -> {
            String words = texts.get(now ? "fleet.searching" : "fleet.search");
            search.setGraphic(KeyHint.beside(words, KeyCombination.valueOf("F")));
            search.setAccessibleText(words);
            search.setDisable(now);
        });
    }

    public Region root() {
        return root;
    }

    private void show() {
        acts.outcome().getValue().ifPresent(this::show);
    }

    private void show(FleetOutcome outcome) {
        Optional<FleetFound> found = acts.found().getValue();
        Money nothing = outcome.plans().nothing().total();
        plans.getChildren().clear();
        row(0, texts.get("fleet.plan.nothing"), outcome.plans().nothing(), nothing);
        row(1, texts.get("fleet.plan.tiering"), outcome.plans().intelligentTiering(), nothing);
        row(2, texts.get("fleet.plan.rules"), outcome.plans().rules(), nothing);
        found.ifPresent(cheapest -> row(3, texts.get("fleet.plan.cheapest"), cheapest.plan(), nothing));
        told.getChildren().setAll(found.map(this::sentences).orElse(List.of()));
        told.setVisible(found.isPresent());
        told.setManaged(found.isPresent());
    }

    private void row(int at, String name, Plan plan, Money nothing) {
        Label words = Words.plain(name);
        Label total = Words.line(plan.total().display());
        total.getStyleClass().addAll("rp-number", "rp-content");
        Money saved = nothing.minus(plan.total());
        int sign = saved.amount().signum();
        Money size = new Money(saved.amount().abs(), saved.currency());
        VBox numbers = new VBox(total);
        numbers.setAlignment(Pos.TOP_RIGHT);
        if (sign != 0) {
            Label difference = Words.line(texts.get(sign > 0 ? "fleet.plan.less" : "fleet.plan.more", size.display()));
            difference.getStyleClass().addAll("rp-small", "rp-muted", "rp-content");
            numbers.getChildren().add(difference);
        }
        plans.addRow(at, words, numbers);
    }

    // --- what was found

    private List<Node> sentences(FleetFound found) {
        List<Node> nodes = new ArrayList<>();
        LifecycleConfiguration rules = found.plan().configuration();
        nodes.add(content(Words.plain(texts.get("fleet.found.rules", inWords(rules)))));
        Button use = new Button(texts.get("fleet.found.use"), new FontIcon(Feather.CHECK));
        use.setId("fleet-use");
        use.setOnAction(_ -> acts.change(
                scenario -> scenario.under(LifecycleJson.write(rules).toString()), ""));
        nodes.add(use);
        List<String> shaken = found.sensitivity().stream()
                .filter(each -> !each.stays())
                .map(this::change)
                .toList();
        nodes.add(content(Words.plain(
                shaken.isEmpty()
                        ? texts.get("fleet.found.firm")
                        : texts.get("fleet.found.hangs", String.join(", ", shaken)))));
        for (WhatIf.Sensitivity each : found.sensitivity()) {
            nodes.add(content(Words.small(texts.get(
                    each.stays() ? "fleet.found.change" : "fleet.found.change.other",
                    change(each),
                    each.cheapest().display(),
                    each.nothing().display()))));
        }
        nodes.add(content(Words.small(
                found.breakEvenReads().isPresent()
                        ? texts.get(
                                "fleet.found.even",
                                Unit.FACTOR.number(found.breakEvenReads().getAsDouble()))
                        : texts.get("fleet.found.even.none"))));
        found.band()
                .ifPresent(band -> nodes.add(content(Words.small(texts.get(
                        "fleet.found.band",
                        band.draws(),
                        band.least().display(),
                        band.most().display(),
                        band.median().display())))));
        return nodes;
    }

    private static Label content(Label label) {
        label.getStyleClass().add("rp-content");
        return label;
    }

    /// `storage prices × 0.8` in the words of the bundle.
    private String change(WhatIf.Sensitivity each) {
        int at = each.change().indexOf(" ×");
        String what = at < 0 ? each.change() : each.change().substring(0, at);
        String factor = at < 0 ? "" : each.change().substring(at + 1);
        String slug = what.toLowerCase(Locale.ROOT).replace(' ', '-');
        return texts.find("fleet.change." + slug)
                .map(name -> name + " " + factor)
                .orElse(each.change());
    }

    private String inWords(LifecycleConfiguration rules) {
        if (rules.rules().isEmpty()) {
            return texts.get("fleet.found.none");
        }
        List<String> parts = new ArrayList<>();
        for (LifecycleRule rule : rules.rules()) {
            rule.transitions()
                    .forEach(move -> parts.add(texts.get(
                            "fleet.found.move",
                            switch (move.when()) {
                                case When.AfterDays after -> after.days();
                                case When.OnDate _ -> 0;
                            },
                            texts.get("costs.option." + move.to()))));
            rule.filter()
                    .largerThan()
                    .ifPresent(bytes -> parts.add(texts.get("fleet.found.larger", Unit.KIB.format(bytes / 1024.0))));
        }
        return String.join(", ", parts);
    }
}
