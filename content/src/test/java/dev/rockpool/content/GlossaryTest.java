package dev.rockpool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryTest {
    private final List<Finding> findings = new ArrayList<>();

    private Glossary parse(String body) {
        String text = "---\ntitle: Glossary\n---\n\n" + body;
        return Glossary.parse("glossary.md", text.getBytes(StandardCharsets.UTF_8), findings);
    }

    @Test
    void aTermIsFoundByNameAndAlias() {
        Glossary glossary = parse("""
                ## Shard {#glossary-shard}

                A part of a stream.

                Also: slice | Scheibe
                Not: partition, which is Kafka's word
                Source: x (primary)
                """);
        assertThat(findings).isEmpty();
        Term shard = glossary.term("glossary-shard").orElseThrow();
        assertThat(shard)
                .isEqualTo(new Term(
                        "glossary-shard",
                        "Shard",
                        "A part of a stream.",
                        List.of("slice", "Scheibe"),
                        List.of("partition, which is Kafka's word"),
                        List.of(new Source("x", Source.Kind.PRIMARY, ""))));
        assertThat(glossary.terms()).containsExactly(shard);
        assertThat(glossary.find(" SLICE")).contains(shard);
        assertThat(glossary.find("shard")).contains(shard);
        assertThat(glossary.find("partition")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsTold() {
        parse(
                "## A {#a}\n\nB\n\n## C {#glossary-c}\n\n## D {#glossary-d}\n\nE\n\nTags: #x\n\n## D {#glossary-dd}\n\nE\n");
        assertThat(DeckText.rules(findings)).containsExactly("id-form", "empty-answer", "field-place", "id-unique");
    }
}
