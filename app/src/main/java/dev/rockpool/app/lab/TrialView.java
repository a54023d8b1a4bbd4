package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Words;
import dev.rockpool.app.lab.PlatformTrial.Answer;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.text.Texts;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.Snapshot;
import java.net.URI;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button that tries what is set for real: in another place, or on the running platform, whose answer
/// stands below it. Where the platform does not answer yet, a sentence says so above the act that starts
/// it.
final class TrialView<S, R, N extends Snapshot> {
    private final LabDesk<S, R, N> desk;
    private final Texts texts;
    private final Button start;
    private final Label said = Words.plain("");
    private final Button serve;
    private final VBox root = new VBox();

    TrialView(LabDesk<S, R, N> desk, LabEntry.Trial<S> trial) {
        this.desk = desk;
        texts = desk.texts();
        start = button(
                texts.get(trial.textKey()), trial instanceof LabEntry.Elsewhere ? Feather.GIT_BRANCH : Feather.SEND);
        start.setId("lab-trial");
        serve = button(texts.get("lab.trial.serve"), Feather.POWER);
        serve.setId("lab-trial-serve");
        said.setId("lab-trial-answer");
        root.getStyleClass().add("rp-disturbances");
        root.getChildren().setAll(start);
        start.setOnAction(_ -> {
            switch (trial) {
                case LabEntry.Elsewhere<S> elsewhere ->
                    desk.ways().open(elsewhere.place().apply(scenario()));
                case LabEntry.OnPlatform<S> onPlatform -> ask(onPlatform.trial());
            }
        });
        serve.setOnAction(_ -> {
            RunningPlatform platform = platform();
            platform.open();
            platform.serve(platform.port());
            show(texts.get("lab.trial.starting"), false);
        });
        if (trial instanceof LabEntry.OnPlatform<S>) {
            desk.model().configuration().subscribe(_ -> root.getChildren().setAll(start));
        }
    }

    Region root() {
        return root;
    }

    private static Button button(String words, Feather icon) {
        Button button = new Button(words, new FontIcon(icon));
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private S scenario() {
        return desk.model().configuration().get().scenario();
    }

    private RunningPlatform platform() {
        return desk.ways().platform();
    }

    private void ask(PlatformTrial<S> trial) {
        Optional<URI> objects =
                platform().state().get() instanceof PlatformState.Open open ? open.objects() : Optional.empty();
        if (objects.isEmpty() || !(platform().state().get() instanceof PlatformState.Open open)) {
            show(
                    platform().refusal().get().isEmpty()
                            ? texts.get("lab.trial.off")
                            : platform().refusal().get(),
                    true);
            return;
        }
        S asked = scenario();
        start.setDisable(true);
        show(texts.get("lab.trial.asking"), false);
        desk.ways()
                .tasks()
                .of(_ -> trial.ask(
                        open.platform(), objects.get(), desk.ways().clock().instant(), asked))
                .onSuccess(answer -> {
                    if (asked.equals(scenario())) {
                        show(answer);
                    }
                })
                .onFailure(InputException.class, fault -> show(fault.sentence(), false))
                .onFailure(EnvironmentException.class, fault -> show(fault.sentence(), false))
                .afterwards(() -> start.setDisable(false))
                .start();
    }

    private void show(Answer answer) {
        show(texts.get(answer.textKey(), answer.arguments().toArray()), false);
        said.setGraphic(new FontIcon(
                switch (answer.standing()) {
                    case AGREES -> Feather.CHECK;
                    case DIFFERS -> Feather.ALERT_TRIANGLE;
                    case NOT_ASKED -> Feather.INFO;
                }));
    }

    private void show(String sentence, boolean isOff) {
        said.setGraphic(null);
        said.setText(sentence);
        said.setAccessibleText(sentence);
        root.getChildren().setAll(start, said);
        if (isOff) {
            root.getChildren().add(serve);
        }
    }
}
