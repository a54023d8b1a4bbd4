package dev.rockpool.content;

import java.util.List;

/// A word of the field and what it means here. The glossary decides what UI, documentation and classes call a thing.
///
/// @param id stable id, `glossary-` and the term in kebab-case
/// @param name the term
/// @param definition what it means, in Markdown
/// @param aliases what else it is called (`Also:`)
/// @param distinctions what it must not be confused with, and why, a phrase each (`Not:`)
/// @param sources where the definition stands
public record Term(
        String id,
        String name,
        String definition,
        List<String> aliases,
        List<String> distinctions,
        List<Source> sources) {
    public Term {
        aliases = List.copyOf(aliases);
        distinctions = List.copyOf(distinctions);
        sources = List.copyOf(sources);
    }
}
