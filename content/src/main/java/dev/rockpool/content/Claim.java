package dev.rockpool.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One statement of the documented answer, with what became of it when it was checked.
///
/// The statement is shown as documented; the correction stands beside it, never instead of it.
///
/// @param id stable id, unique over all decks, such as `q12-c2`
/// @param statement the claim as documented, inline Markdown
/// @param verdict what became of it
/// @param correction the correction (or, for a correct claim, a remark) in Markdown; empty if there is none
/// @param since since when the correction holds, as written: `2025`, `2025-12`, `2025-12-02`, each also with `about `
///     before it; empty if there is no date
/// @param sources where the correction stands
/// @param otherFields fields of the section that Rockpool does not know, by name
public record Claim(
        String id,
        String statement,
        Verdict verdict,
        String correction,
        String since,
        List<Source> sources,
        Map<String, String> otherFields) {
    public Claim {
        sources = List.copyOf(sources);
        otherFields = Copies.ordered(otherFields);
    }

    /// `since` as it is read: `since 15 October 2025`, `since about December 2025`; empty if there is no date.
    public String sinceText() {
        if (since.isEmpty()) {
            return "";
        }
        Optional<SinceDate> date = SinceDate.parse(since);
        return "since " + date.map(SinceDate::text).orElse(since);
    }
}
