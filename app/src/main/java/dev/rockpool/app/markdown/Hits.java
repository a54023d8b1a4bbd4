package dev.rockpool.app.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a search marks in a text: every place where one of its words stands, whatever the case.
public final class Hits {
    /// Marks nothing.
    public static final Hits NONE = new Hits(List.of());

    private final List<String> words;

    private Hits(List<String> words) {
        this.words = words;
    }

    /// Marks the words of `query`, which are separated by spaces.
    public static Hits of(String query) {
        List<String> words = new ArrayList<>();
        for (String word : query.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words.isEmpty() ? NONE : new Hits(List.copyOf(words));
    }

    /// Whether there is nothing to look for.
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// Whether every word stands somewhere in `text`; true when there is nothing to look for.
    public boolean in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    /// How many places of `text` are marked.
    public int count(String text) {
        return (int) split(text).stream().filter(Piece::hit).count();
    }

    /// A stretch of a text, marked or not.
    public record Piece(String text, boolean hit) {}

    /// `text` in pieces, in order, which together are `text`.
    public List<Piece> split(String text) {
        if (words.isEmpty()) {
            return List.of(new Piece(text, false));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            // a letter whose lower case is longer would shift the places: leave such a text unmarked
            return List.of(new Piece(text, false));
        }
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        int at = 0;
        while (at < text.length()) {
            int length = longestAt(lower, at);
            if (length == 0) {
                at++;
                continue;
            }
            if (at > done) {
                pieces.add(new Piece(text.substring(done, at), false));
            }
            pieces.add(new Piece(text.substring(at, at + length), true));
            at += length;
            done = at;
        }
        if (done < text.length()) {
            pieces.add(new Piece(text.substring(done), false));
        }
        return pieces;
    }

    private int longestAt(String lower, int at) {
        int longest = 0;
        for (String word : words) {
            if (word.length() > longest && lower.startsWith(word, at)) {
                longest = word.length();
            }
        }
        return longest;
    }
}
