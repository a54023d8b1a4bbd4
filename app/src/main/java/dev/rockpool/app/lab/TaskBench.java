package dev.rockpool.app.lab;

import dev.rockpool.app.kit.ParameterRow;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.LabSetting;
import dev.rockpool.content.LabSetup;
import dev.rockpool.kernel.InputException;
import dev.rockpool.quiz.task.BoundTask;
import dev.rockpool.quiz.task.GoalState;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A lab in place, for a task: what is to be reached and what is free on the left, the lab's picture on the right.
/// Foreground only.
public final class TaskBench {
    private final Region root;
    private final Runnable rest;

    private TaskBench(Region root, Runnable rest) {
        this.root = root;
        this.rest = rest;
    }

    /// What a bench is set up for.
    ///
    /// @param setup the task
    /// @param given what was set before; none for the start
    /// @param changed takes the settings whenever they change
    /// @param hinted takes the number of each hint that is opened, from 1
    public record Order(
            LabSetup setup, List<LabSetting> given, Consumer<List<LabSetting>> changed, Consumer<Integer> hinted) {
        public Order {
            given = List.copyOf(given);
        }
    }

    /// A bench among the labs of `entries`.
    ///
    /// @throws InputException if the lab is none of them, or the task does not fit it
    public static TaskBench of(AppContext context, List<LabEntry<?, ?, ?>> entries, Order order) {
        LabEntry<?, ?, ?> entry = entries.stream()
                .filter(each -> each.lab().id().equals(order.setup().lab()))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "lab-unknown",
                        context.texts().get("lab.unknown", order.setup().lab())));
        return of(context, entry, order);
    }

    private static <S, R, N extends Snapshot> TaskBench of(AppContext context, LabEntry<S, R, N> entry, Order order) {
        BoundTask<S, R> task = BoundTask.of(entry.lab(), order.setup());
        LabViewModel<S, R, N> model = new LabViewModel<>(
                entry,
                new LabRepository(context.database(), context.clock()),
                context.tasks(),
                System::nanoTime,
                context.errors()::show);
        TaskRun<S, R, N> run = new TaskRun<>(
                model, task, context.texts().get("lab.task"), order.given(), context.tasks(), order.changed());
        LabDesk<S, R, N> desk = new LabDesk<>(
                model,
                context.texts(),
                new Surroundings(context.texts(), context.library()::image, context.outside()::open),
                new RoomlessWays(context));
        return new TaskBench(new View<>(run, desk, order.hinted()).root(), model::pause);
    }

    public Region root() {
        return root;
    }

    /// Pauses what runs.
    public void rest() {
        rest.run();
    }

    /// The picture and the panel of a task.
    private static final class View<S, R, N extends Snapshot> {
        private final TaskRun<S, R, N> run;
        private final LabViewModel<S, R, N> model;
        private final Texts texts;
        private final Consumer<Integer> hinted;
        private final VBox goals = new VBox();
        private final VBox controls = new VBox();
        private final VBox hints = new VBox();
        private final List<ParameterRow<S>> rows = new ArrayList<>();
        private final HBox root = new HBox();
        private int opened;

        View(TaskRun<S, R, N> run, LabDesk<S, R, N> desk, Consumer<Integer> hinted) {
            this.run = run;
            this.hinted = hinted;
            model = desk.model();
            texts = desk.texts();
            for (Parameter<S> parameter : run.task().free()) {
                rows.add(ParameterRow.of(parameter, model, texts));
            }
            goals.getStyleClass().add("rp-bench-goals");
            controls.getStyleClass().add("rp-parameters");
            hints.getStyleClass().add("rp-bench-hints");
            VBox panel = new VBox(
                    Words.heading(texts.get("lab.task.goals")),
                    goals,
                    Words.heading(texts.get("lab.task.free")),
                    controls,
                    hints);
            panel.getStyleClass().add("rp-bench-panel");
            Region stage = new StagesView<>(desk).root();
            stage.getStyleClass().add("rp-bench-stage");
            VBox.setVgrow(stage, Priority.ALWAYS);
            TransportView<S, N> transport = new TransportView<>(desk);
            transport.bare();
            transport.stack();
            VBox picture = new VBox(stage, transport.root());
            picture.getStyleClass().add("rp-bench-picture");
            HBox.setHgrow(picture, Priority.ALWAYS);
            picture.setMinWidth(0);
            root.getStyleClass().add("rp-bench");
            root.getChildren().setAll(panel, picture);
            run.goals().subscribe(this::show);
            model.configuration().subscribe(this::show);
            showHints();
            Heartbeat heartbeat = new Heartbeat();
            model.playing().subscribe(playing -> {
                if (playing) {
                    heartbeat.start();
                } else {
                    heartbeat.stop();
                }
            });
            root.sceneProperty().subscribe((_, scene) -> {
                if (scene == null) {
                    model.pause();
                }
            });
        }

        Region root() {
            return root;
        }

        private void show(List<GoalState> states) {
            goals.getChildren().setAll(states.stream().map(this::goal).toList());
        }

        private Node goal(GoalState state) {
            FontIcon mark = new FontIcon(state.met() ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
            mark.getStyleClass().add(state.met() ? "rp-mark-passed" : "rp-mark-open");
            Label wanted = Words.plain(state.wanted());
            wanted.getStyleClass().addAll("rp-content", "rp-strong");
            Label found = Words.small(texts.get(state.met() ? "lab.task.met" : "lab.task.unmet", state.found()));
            found.getStyleClass().addAll("rp-content", "rp-number");
            VBox words = new VBox(wanted, found);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(mark, words);
            row.getStyleClass().add("rp-challenge-head");
            return row;
        }

        private void show(Configuration<S> now) {
            List<Node> wanted = new ArrayList<>();
            for (int at = 0; at < rows.size(); at++) {
                if (run.task().free().get(at).applies(now.scenario())) {
                    rows.get(at).show(now.scenario(), now.origin().baseline());
                    wanted.add(rows.get(at).root());
                }
            }
            if (!wanted.equals(controls.getChildren())) {
                controls.getChildren().setAll(wanted);
            }
        }

        private void showHints() {
            List<String> all = run.task().setup().hints();
            List<Node> shown = new ArrayList<>();
            for (String hint : all.subList(0, opened)) {
                Label words = Words.muted(hint);
                words.getStyleClass().add("rp-content");
                shown.add(words);
            }
            if (opened < all.size()) {
                Hyperlink more = new Hyperlink(texts.get("lab.task.hint", opened + 1, all.size()));
                more.setOnAction(_ -> {
                    opened++;
                    hinted.accept(opened);
                    showHints();
                });
                shown.add(more);
            }
            hints.getChildren().setAll(shown);
        }

        /// Lets time go by while something plays.
        private final class Heartbeat extends AnimationTimer {
            private long last;

            @Override
            public void handle(long now) {
                long elapsed = last == 0 ? 0 : now - last;
                last = now;
                model.pulse(elapsed);
            }

            @Override
            public void stop() {
                super.stop();
                last = 0;
            }
        }
    }
}
