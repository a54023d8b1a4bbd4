package dev.rockpool.app.palette;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// Which items fit a query, the best first.
///
/// Every word of the query must be found in the name (or, for less, in the detail), in any order, whatever the case and
/// accents. A word found at the start of the name counts most, then at the start of a word, then inside one, then its
/// letters in order with others between them, the closer together the better. Equal finds stand in the order of their
/// kinds, then the shorter name first.
public final class Ranking {
    private static final int AT_START = 100;
    private static final int AT_WORD = 80;
    private static final int INSIDE = 50;
    private static final int SCATTERED = 30;
    private static final int IN_DETAIL = 10;

    private Ranking() {}

    /// The best `limit` finds.
    ///
    /// @param query what was typed; blank finds every screen and command, in the order given
    public static List<PaletteItem> rank(List<PaletteItem> items, String query, int limit) {
        String[] words = fold(query).trim().split("\\s+", -1);
        if (words.length == 1 && words[0].isEmpty()) {
            return items.stream()
                    .filter(item -> item.kind() == PaletteKind.SCREEN || item.kind() == PaletteKind.COMMAND)
                    .limit(limit)
                    .toList();
        }
        List<Find> finds = new ArrayList<>();
        for (PaletteItem item : items) {
            score(item, words).ifPresent(score -> finds.add(new Find(item, score)));
        }
        return finds.stream()
                .sorted(Comparator.comparingInt(Find::score)
                        .reversed()
                        .thenComparing(find -> find.item().kind())
                        .thenComparingInt(find -> find.item().name().length()))
                .limit(limit)
                .map(Find::item)
                .toList();
    }

    private static OptionalInt score(PaletteItem item, String[] words) {
        String name = fold(item.name());
        String detail = fold(item.detail());
        int sum = 0;
        for (String word : words) {
            int score = score(name, word);
            if (score == 0 && detail.contains(word)) {
                score = IN_DETAIL;
            }
            if (score == 0) {
                return OptionalInt.empty();
            }
            sum += score;
        }
        return OptionalInt.of(sum);
    }

    private static int score(String name, String word) {
        int at = name.indexOf(word);
        if (at == 0) {
            return AT_START;
        }
        while (at > 0) {
            if (!Character.isLetterOrDigit(name.charAt(at - 1))) {
                return AT_WORD;
            }
            int next = name.indexOf(word, at + 1);
            if (next < 0) {
                return INSIDE;
            }
            at = next;
        }
        return scattered(name, word);
    }

    /// The letters of `word` in order, less for every stranger between the first and the last; 0 if the strangers
    /// outnumber the letters.
    private static int scattered(String name, String word) {
        int first = -1;
        int at = -1;
        for (int index = 0; index < word.length(); index++) {
            at = name.indexOf(word.charAt(index), at + 1);
            if (at < 0) {
                return 0;
            }
            if (first < 0) {
                first = at;
            }
        }
        int strangers = at - first + 1 - word.length();
        return strangers > word.length() ? 0 : Math.max(SCATTERED - strangers, 1);
    }

    /// Lower case, without accents.
    private static String fold(String text) {
        String decomposed = Normalizer.isNormalized(text, Normalizer.Form.NFD)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return decomposed.toLowerCase(Locale.ROOT);
    }

    private record Find(PaletteItem item, int score) {}
}
