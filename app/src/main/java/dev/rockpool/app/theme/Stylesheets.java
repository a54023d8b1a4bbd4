package dev.rockpool.app.theme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;

/// Puts the stylesheets of an [Appearance] on a scene and keeps them up to date.
public final class Stylesheets {
    private static final int TEXT_SIZE = 15;

    private Stylesheets() {}

    /// Applies `appearance` to `scene`, now and at each of its changes. The stylesheet of the controls is set for the
    /// whole application, because pop-ups have no other.
    public static void bind(Scene scene, Appearance appearance) {
        apply(scene, appearance);
        appearance.theme().addListener((_, _, _) -> apply(scene, appearance));
        appearance.projector().addListener((_, _, _) -> apply(scene, appearance));
        appearance.scale().addListener((_, _, _) -> apply(scene, appearance));
    }

    private static void apply(Scene scene, Appearance appearance) {
        Theme theme = appearance.theme().getValue();
        if (!theme.controls().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.controls());
        }
        List<String> sheets = new ArrayList<>(List.of(
                theme.tokens(),
                Assets.style("bridge.css"),
                Assets.style("rockpool.css"),
                Assets.style("screens.css"),
                Assets.style("labs.css"),
                Assets.style("present.css")));
        if (appearance.projector().get()) {
            sheets.add(Assets.style("projector.css"));
        }
        double scale = appearance.scale().getValue();
        if (scale != 1) {
            sheets.add(popUpText(scale));
        }
        scene.getStylesheets().setAll(sheets);
    }

    /// Pop-ups are windows of their own, outside the scaled root: their text is enlarged instead.
    private static String popUpText(double scale) {
        String rule = String.format(
                Locale.ROOT,
                ".tooltip, .context-menu, .combo-box-popup > .list-view, .popover { -fx-font-size: %.1fpx; }",
                TEXT_SIZE * scale);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8));
    }
}
