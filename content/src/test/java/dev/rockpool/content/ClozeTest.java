package dev.rockpool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClozeTest {
    private static Cloze cloze(String text) {
        return Cloze.parse(text, CodeSpans.in(List.of(text.split("\n", -1)), new BitSet()));
    }

    @Test
    void severalDeletionsOfOneNumberAreHiddenTogether() {
        Cloze cloze = cloze("{{c1::a}}, {{c2::b}} and {{c1::c}}");
        assertThat(cloze.numbers()).containsExactly(1, 2);
        assertThat(cloze.prompt(1)).isEqualTo("**[…]**, b and **[…]**");
        assertThat(cloze.answer(1)).isEqualTo("**a**, b and **c**");
        assertThat(cloze.hidden(1)).containsExactly("a", "c");
    }

    @Test
    void bracesInADeletionAreKept() {
        assertThat(cloze("x {{c1::{a: {b: 1}}}} y").answer(1))
                .isEqualTo("x {a: {b: 1}} y".replace("{a: {b: 1}}", "**{a: {b: 1}}**"));
        assertThat(cloze("{{c1::a } b}}").answer(1)).isEqualTo("**a } b**");
        assertThat(cloze("f{x} {{y}} {{c1::z}}").answer(1)).isEqualTo("f{x} {{y}} **z**");
    }

    @Test
    void deletionsMayStandInDeletions() {
        Cloze cloze = cloze("{{c1::the {{c2::MD5}} hash}} decides");
        assertThat(cloze.prompt(1)).isEqualTo("**[…]** decides");
        assertThat(cloze.prompt(2)).isEqualTo("the **[…]** hash decides");
        assertThat(cloze.answer(1)).isEqualTo("**the MD5 hash** decides");
        assertThat(cloze.hidden(2)).containsExactly("MD5");
    }

    @Test
    void asterisksThatWouldShowAreLeftOut() {
        Cloze cloze = cloze("many {{c1::shard}}s cost 99{{c2::.9 %}}");
        assertThat(cloze.prompt(1)).isEqualTo("many \\[…\\]s cost 99.9 %");
        assertThat(cloze.answer(1)).isEqualTo("many **shard**s cost 99.9 %");
        assertThat(cloze.answer(2)).isEqualTo("many shards cost 99.9 %");
    }

    @Test
    void nothingIsEmphasisedInCode() {
        Cloze cloze = cloze("call `kms:{{c1::Decrypt}}` ``a`{{c2::b}}`` not ` {{c3::c}}");
        assertThat(cloze.prompt(1)).isEqualTo("call `kms:[…]` ``a`b`` not ` c");
        assertThat(cloze.answer(1)).contains("`kms:Decrypt`");
        assertThat(cloze.answer(2)).contains("``a`b``");
        assertThat(cloze.answer(3)).endsWith("not ` **c**");
        BitSet lines = new BitSet();
        lines.set(1);
        String text = "```\n{{c1::x}}\n```";
        assertThat(Cloze.parse(text, CodeSpans.in(List.of("```", "{{c1::x}}", "```"), lines))
                        .prompt(1))
                .isEqualTo("```\n[…]\n```");
    }

    @Test
    void theHintStartsAtTheFirstDoubleColon() {
        assertThat(cloze("{{c1::std::vector::type}}").prompt(1)).isEqualTo("**[vector::type]**");
        assertThat(cloze("{{c1::{a::b}::hint}}").prompt(1)).isEqualTo("**[hint]**");
    }

    @Test
    void nestingIsBounded() {
        String text = "{{c1::".repeat(50_000) + "x" + "}}".repeat(50_000);
        assertThat(cloze(text).faults()).isNotEmpty();
    }
}
