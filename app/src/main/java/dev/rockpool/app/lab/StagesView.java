package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The stage, or two of them side by side with what differs written over them.
final class StagesView<S, R, N extends Snapshot> {
    private final LabDesk<S, R, N> desk;
    private final LabViewModel<S, R, N> model;
    private final Texts texts;
    private final LabStage<N> stage;
    private final VBox main;
    private final Label caption = Words.small("");
    private final HBox root = new HBox();
    private Subscription beside = Subscription.EMPTY;

    StagesView(LabDesk<S, R, N> desk) {
        this.desk = desk;
        model = desk.model();
        texts = desk.texts();
        stage = make();
        stage.onEdit(new Settings<>(model));
        main = card(caption, stage);
        root.getStyleClass().add("rp-stages");
        root.getChildren().setAll(main);
        caption.setManaged(false);
        caption.setVisible(false);
        model.moment()
                .subscribe(now -> now.ifPresent(moment -> {
                    stage.show(moment.snapshot());
                    caption();
                }));
        model.lit().subscribe(stage::light);
        model.pinned().subscribe(this::pin);
    }

    Region root() {
        return root;
    }

    private LabStage<N> make() {
        LabStage<N> made = desk.model().entry().stage().apply(texts);
        made.onPointed(model.lit()::set);
        return made;
    }

    /// Dragging and choosing in the picture moves the parameters beside it.
    private record Settings<S, R, N extends Snapshot>(LabViewModel<S, R, N> model) implements StageEdits {
        private static final String GESTURE = "stage";

        @Override
        public void set(Map<String, Double> values) {
            set(values, Map.of());
        }

        @Override
        public void set(Map<String, Double> values, Map<String, String> chosen) {
            model.change(
                    scenario -> {
                        S changed = scenario;
                        for (Parameter<S> parameter : model.entry().lab().parameters()) {
                            changed = switch (parameter) {
                                case Parameter.Slider<S> slider -> moved(changed, slider, values);
                                case Parameter.Choice<S> choice -> chosen(changed, choice, chosen);
                            };
                        }
                        return changed;
                    },
                    GESTURE);
        }

        private static <S> S moved(S scenario, Parameter.Slider<S> slider, Map<String, Double> values) {
            Double value = values.get(slider.id());
            if (value == null) {
                return scenario;
            }
            double rounded = Math.round(value / slider.step()) * slider.step();
            return slider.with().apply(scenario, Math.clamp(rounded, slider.low(), slider.high()));
        }

        private static <S> S chosen(S scenario, Parameter.Choice<S> choice, Map<String, String> chosen) {
            String option = chosen.get(choice.id());
            return option == null ? scenario : choice.with().apply(scenario, option);
        }

        @Override
        public void seal() {
            model.seal();
        }
    }

    private void pin(Optional<Run<S, N>> left) {
        beside.unsubscribe();
        beside = Subscription.EMPTY;
        caption.setManaged(left.isPresent());
        caption.setVisible(left.isPresent());
        if (left.isEmpty()) {
            root.getChildren().setAll(main);
            return;
        }
        LabStage<N> other = make();
        Label name = Words.small(texts.get("lab.side.left"));
        name.getStyleClass().add("rp-strong");
        root.getChildren().setAll(card(name, other), main);
        left.get()
                .moment()
                .subscribe(now -> now.ifPresent(moment -> {
                    other.show(moment.snapshot());
                    caption();
                }));
        beside = model.lit().subscribe(other::light);
    }

    private void caption() {
        if (model.pinned().get().isEmpty()) {
            return;
        }
        List<String> differences = model.differences().stream()
                .map(each -> texts.get("lab.side.difference", each.label(), each.left(), each.right()))
                .toList();
        String all = String.join(texts.get("lab.plot.comma"), differences);
        caption.setTooltip(differences.isEmpty() ? null : new Tooltip(all));
        caption.setAccessibleText(all);
        caption.setText(
                differences.isEmpty()
                        ? texts.get("lab.side.same")
                        : texts.get(
                                "lab.side.right",
                                differences.size() == 1
                                        ? all
                                        : texts.get("lab.side.more", differences.getFirst(), differences.size() - 1)));
    }

    private static <N extends Snapshot> VBox card(Label caption, LabStage<N> stage) {
        caption.getStyleClass().addAll("rp-content", "rp-strong");
        VBox card = new VBox(caption, stage.root());
        VBox.setVgrow(stage.root(), Priority.ALWAYS);
        HBox.setHgrow(card, Priority.ALWAYS);
        stage.root().setMinWidth(0);
        card.setMinWidth(0);
        card.setPrefWidth(1);
        card.getStyleClass().addAll("rp-card", "rp-lab-card");
        return card;
    }
}
