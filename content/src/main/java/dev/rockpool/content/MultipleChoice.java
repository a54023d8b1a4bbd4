package dev.rockpool.content;

import java.util.List;
import java.util.Map;

/// A question with options, of which one is right, or with `multi` one or more.
///
/// @param options the options in the order of the file
/// @param multi whether any number of options may be right
public record MultipleChoice(
        String id,
        String stem,
        String explanation,
        List<String> tags,
        List<String> fixes,
        List<Source> sources,
        String show,
        Map<String, String> otherFields,
        List<Option> options,
        boolean multi)
        implements WrittenItem {
    public MultipleChoice {
        tags = List.copyOf(tags);
        fixes = List.copyOf(fixes);
        sources = List.copyOf(sources);
        otherFields = Copies.ordered(otherFields);
        options = List.copyOf(options);
    }
}
