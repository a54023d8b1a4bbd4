package dev.rockpool.content;

import java.util.List;
import java.util.Map;

/// A question that is answered by setting the controls of a lab: a scenario question.
///
/// @param setup where it starts, what is free and what is to be reached
public record LabTask(
        String id,
        String stem,
        String explanation,
        List<String> tags,
        List<String> fixes,
        List<Source> sources,
        String show,
        Map<String, String> otherFields,
        LabSetup setup)
        implements QuizItem {
    public LabTask {
        tags = List.copyOf(tags);
        fixes = List.copyOf(fixes);
        sources = List.copyOf(sources);
        otherFields = Copies.ordered(otherFields);
    }
}
