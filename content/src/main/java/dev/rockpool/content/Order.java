package dev.rockpool.content;

import java.util.List;
import java.util.Map;

/// Things to be put in order.
///
/// @param items inline Markdown, in the right order
public record Order(
        String id,
        String stem,
        String explanation,
        List<String> tags,
        List<String> fixes,
        List<Source> sources,
        String show,
        Map<String, String> otherFields,
        List<String> items)
        implements WrittenItem {
    public Order {
        tags = List.copyOf(tags);
        fixes = List.copyOf(fixes);
        sources = List.copyOf(sources);
        otherFields = Copies.ordered(otherFields);
        items = List.copyOf(items);
    }
}
