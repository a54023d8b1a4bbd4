package dev.rockpool.costmodel;

import dev.rockpool.kernel.Quote;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The known names nearest to one that is not known: those that contain it or are contained in it first, then by
/// edit distance and how far they begin alike. Case and punctuation do not count.
public final class NearMatches {
    /// The most names that are offered.
    public static final int MOST = 5;

    /// Of longer names only the beginning is compared.
    private static final int COMPARED = 80;

    private NearMatches() {}

    /// `near matches: "a", "b"`, nearest first.
    public static String of(String unknown, Collection<String> known) {
        return "near matches: "
                + nearest(unknown, known).stream().map(Quote::of).collect(Collectors.joining(", "));
    }

    /// Up to [#MOST] of `known`, nearest first; equal distances in the order of the alphabet.
    public static List<String> nearest(String unknown, Collection<String> known) {
        String sought = folded(unknown);
        return known.stream()
                .sorted(Comparator.comparing((String name) -> !contained(sought, folded(name)))
                        .thenComparingInt(name -> rank(sought, folded(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static boolean contained(String sought, String name) {
        return !sought.isEmpty() && (name.contains(sought) || sought.contains(name));
    }

    /// Twice the edit distance, less one for each letter that both begin with.
    private static int rank(String sought, String name) {
        int alike = 0;
        while (alike < Math.min(sought.length(), name.length()) && sought.charAt(alike) == name.charAt(alike)) {
            alike++;
        }
        return 2 * distance(sought, name) - alike;
    }

    private static String folded(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.substring(0, Math.min(COMPARED, letters.length()));
    }

    /// Levenshtein's distance: insertions, deletions and replacements of one character.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
