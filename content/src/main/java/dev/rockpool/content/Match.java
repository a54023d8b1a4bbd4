package dev.rockpool.content;

import java.util.List;
import java.util.Map;

/// Things to be paired.
///
/// @param pairs what belongs together, in the order of the file
public record Match(
        String id,
        String stem,
        String explanation,
        List<String> tags,
        List<String> fixes,
        List<Source> sources,
        String show,
        Map<String, String> otherFields,
        List<Pair> pairs)
        implements WrittenItem {
    public Match {
        tags = List.copyOf(tags);
        fixes = List.copyOf(fixes);
        sources = List.copyOf(sources);
        otherFields = Copies.ordered(otherFields);
        pairs = List.copyOf(pairs);
    }
}
