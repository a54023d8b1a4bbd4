package dev.rockpool.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Contrast of the colour tokens against each other (WCAG 2.2: 4.5:1 for text, 3:1 for graphics).
class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+): (#[0-9a-f]{6});");
    private static final List<String> ROLES = List.of("accent", "success", "warning", "danger");
    private static final List<String> GROUNDS = List.of(
            "-color-bg-default",
            "-color-bg-subtle",
            "-color-bg-inset",
            "-color-bg-overlay",
            "-color-accent-subtle",
            "-color-success-subtle",
            "-color-warning-subtle",
            "-color-danger-subtle");

    private static Map<String, Color> tokens(String sheet) throws IOException {
        try (InputStream file = TokensTest.class.getResourceAsStream("/dev/rockpool/assets/styles/" + sheet)) {
            assertThat(file).as(sheet).isNotNull();
            Matcher token = TOKEN.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Color> tokens = new LinkedHashMap<>();
            while (token.find()) {
                tokens.put(token.group(1), Color.web(token.group(2)));
            }
            return tokens;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void everyTextColourCanBeReadOnEveryGround(String sheet) throws IOException {
        Map<String, Color> tokens = tokens(sheet);
        for (String ground : GROUNDS) {
            for (String text : List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle")) {
                assertContrast(tokens, text, ground, 4.5);
            }
            for (String role : ROLES) {
                assertContrast(tokens, "-color-" + role + "-fg", ground, 4.5);
            }
        }
        for (String role : ROLES) {
            assertContrast(tokens, "-color-fg-emphasis", "-color-" + role + "-emphasis", 4.5);
        }
        for (String text : List.of("-rp-deep-fg", "-rp-deep-muted", "-rp-deep-mark")) {
            assertContrast(tokens, text, "-rp-deep", 4.5);
            assertContrast(tokens, text, "-rp-deep-raised", 4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void linesThatMeanSomethingCanBeSeen(String sheet) throws IOException {
        Map<String, Color> tokens = tokens(sheet);
        for (String line : List.of("-rp-line", "-rp-focus", "-rp-coral")) {
            assertContrast(tokens, line, "-color-bg-default", 3);
            assertContrast(tokens, line, "-color-bg-subtle", 3);
        }
    }

    private static void assertContrast(Map<String, Color> tokens, String one, String other, double least) {
        assertThat(tokens).containsKeys(one, other);
        assertThat(Contrast.between(
                        tokens.getOrDefault(one, Color.TRANSPARENT), tokens.getOrDefault(other, Color.TRANSPARENT)))
                .as(one + " on " + other)
                .isGreaterThanOrEqualTo(least);
    }
}
