package dev.rockpool.simulators.bleu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a line is cut into tokens.
public enum Tokenizer {
    /// Of mteval-v13a: entities, and ASCII punctuation; points and commas stay within numbers.
    V13A("13a"),
    /// Of mteval-v14: any Unicode punctuation and symbol; punctuation stays within numbers.
    INTL("intl"),
    /// Every character.
    CHAR("char"),
    /// White space alone.
    NONE("none");

    private static final Pattern SPACE = Pattern.compile("[\\s\\x1c-\\x1f\\x85\\p{Z}]+");
    private static final Pattern TRAILING = Pattern.compile("[\\s\\x1c-\\x1f\\x85\\p{Z}]+\\z");
    private static final Pattern ASCII_PUNCTUATION = Pattern.compile("([{-~\\[-` -&(-+:-@/])");
    private static final Pattern POINT_AFTER = Pattern.compile("([^0-9])([.,])");
    private static final Pattern POINT_BEFORE = Pattern.compile("([.,])([^0-9])");
    private static final Pattern DASH_AFTER_DIGIT = Pattern.compile("([0-9])(-)");
    private static final Pattern PUNCTUATION_AFTER = Pattern.compile("(\\P{N})(\\p{P})", Pattern.DOTALL);
    private static final Pattern PUNCTUATION_BEFORE = Pattern.compile("(\\p{P})(\\P{N})", Pattern.DOTALL);
    private static final Pattern SYMBOL = Pattern.compile("(\\p{S})");

    private final String word;

    Tokenizer(String word) {
        this.word = word;
    }

    /// The word that scenario files have.
    public String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Tokenizer::word).toList();
    }

    static Optional<Tokenizer> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /// The tokens of `line`.
    public List<String> tokens(String line) {
        String text = TRAILING.matcher(line).replaceFirst("");
        return split(
                switch (this) {
                    case V13A -> v13a(text);
                    case INTL -> intl(text);
                    case CHAR -> text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
                    case NONE -> text;
                });
    }

    private static String v13a(String line) {
        String text = line.replace("<skipped>", "")
                .replace("-\n", "")
                .replace("\n", " ")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
        text = ASCII_PUNCTUATION.matcher(" " + text + " ").replaceAll(" $1 ");
        text = POINT_AFTER.matcher(text).replaceAll("$1 $2 ");
        text = POINT_BEFORE.matcher(text).replaceAll(" $1 $2");
        return DASH_AFTER_DIGIT.matcher(text).replaceAll("$1 $2 ");
    }

    private static String intl(String line) {
        String text = PUNCTUATION_AFTER.matcher(line).replaceAll("$1 $2 ");
        text = PUNCTUATION_BEFORE.matcher(text).replaceAll(" $1 $2");
        return SYMBOL.matcher(text).replaceAll(" $1 ");
    }

    private static List<String> split(String text) {
        return SPACE.splitAsStream(text).filter(token -> !token.isEmpty()).toList();
    }
}
