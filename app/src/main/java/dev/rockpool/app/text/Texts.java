package dev.rockpool.app.text;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/// The texts of the interface in one language.
///
/// Immutable; safe on every thread.
public final class Texts {
    /// The bundles, one for each part of the interface. A key stands in one of them only.
    private static final List<String> BUNDLES = List.of(
            "shell",
            "settings",
            "errors",
            "markdown",
            "today",
            "document",
            "study",
            "lab",
            "shards",
            "storage-classes",
            "lifecycle",
            "durability",
            "availability",
            "partitioning",
            "rows-columns",
            "bleu",
            "perplexity",
            "encryption",
            "access",
            "quiz",
            "present",
            "activity",
            "costs",
            "fleet",
            "chart",
            "statistics",
            "plan",
            "query",
            "cards",
            "store",
            "streams",
            "branches");

    private final Locale locale;
    private final Map<String, String> messages;
    private final UnaryOperator<String> disguise;

    private Texts(Locale locale, Map<String, String> messages, UnaryOperator<String> disguise) {
        this.locale = locale;
        this.messages = Map.copyOf(messages);
        this.disguise = disguise;
    }

    /// The texts for `locale`, in English where there is no translation.
    public static Texts in(Locale locale) {
        return new Texts(locale, read(locale), UnaryOperator.identity());
    }

    /// English texts, each bracketed, accented and a third longer: what is clipped in this language
    /// will be clipped in German, and what has no brackets is not in a bundle.
    public static Texts pseudo() {
        return new Texts(Locale.ENGLISH, read(Locale.ENGLISH), PseudoLocale::disguise);
    }

    /// The message of `key`, with `arguments` put in the places `{0}`, `{1}` … of its pattern.
    ///
    /// A key that is in no bundle answers itself between `!`, so that the fault is seen and nothing
    /// else breaks.
    public String get(String key, Object... arguments) {
        return find(key, arguments).orElse("!" + key + "!");
    }

    /// The message of `key`, if a bundle has it.
    public Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(messages.get(key))
                .map(pattern -> arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments))
                .map(disguise);
    }

    /// The language that numbers and dates beside these texts are written in.
    public Locale locale() {
        return locale;
    }

    /// Every key with its raw pattern.
    public Map<String, String> patterns() {
        return messages;
    }

    private static Map<String, String> read(Locale locale) {
        ResourceBundle.Control englishIfNone =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        Map<String, String> messages = new HashMap<>();
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    Texts.class.getPackageName() + "." + name, locale, Texts.class.getClassLoader(), englishIfNone);
            for (String key : bundle.keySet()) {
                String before = messages.put(key, bundle.getString(key));
                if (before != null) {
                    throw new IllegalStateException("key \"" + key + "\" is in two bundles, the second is " + name);
                }
            }
        }
        return messages;
    }
}
