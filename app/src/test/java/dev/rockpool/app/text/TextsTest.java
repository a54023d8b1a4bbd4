package dev.rockpool.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts english = Texts.in(Locale.ENGLISH);

    @Test
    void putsArgumentsInTheirPlaces() {
        assertThat(english.get("settings.changed", "Theme", "Dark")).isEqualTo("Theme: Dark");
    }

    @Test
    void countsInWords() {
        assertThat(english.get("settings.decks.count", 0)).isEqualTo("none added");
        assertThat(english.get("settings.decks.count", 1)).isEqualTo("one added");
        assertThat(english.get("settings.decks.count", 2)).isEqualTo("2 added");
    }

    @Test
    void showsAMissingKeyInsteadOfFailing() {
        assertThat(english.get("no.such.key")).isEqualTo("!no.such.key!");
        assertThat(english.find("no.such.key")).isEmpty();
    }

    @Test
    void answersEnglishWhereThereIsNoTranslation() {
        assertThat(Texts.in(Locale.of("tlh")).get("app.name")).isEqualTo("Rockpool");
    }

    @Test
    void everyPatternCanBeFormattedAndHoldsNoStraightApostrophe() {
        english.patterns().forEach((key, pattern) -> {
            assertThatCode(() -> new MessageFormat(pattern, Locale.ENGLISH))
                    .as(key)
                    .doesNotThrowAnyException();
            assertThat(pattern).as(key).doesNotContain("'").isNotBlank();
        });
    }

    @Test
    void pseudoLocaleBracketsAccentsAndLengthens() {
        String settings = Texts.pseudo().get("screen.settings");
        assertThat(settings).startsWith("[Š".substring(0, 1)).endsWith("]").doesNotContain("e");
        assertThat(settings.length()).isGreaterThan("Settings".length() * 4 / 3);
    }

    @Test
    void pseudoLocaleKnowsItsOwnTexts() {
        assertThat(PseudoLocale.isDisguised("[Ŝéttîñĝŝ···]")).isTrue();
        assertThat(PseudoLocale.isDisguised("42 %")).isTrue();
        assertThat(PseudoLocale.isDisguised("[öné] ánd")).isFalse();
        assertThat(PseudoLocale.isDisguised("Settings")).isFalse();
    }
}
