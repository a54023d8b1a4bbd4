package dev.rockpool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LabSetupReaderTest {
    private static final String HEAD = """
        ---
        deck: D
        topic: t
        title: T
        ---

        """;

    @Test
    void readsATaskInALab() {
        LabTask task = (LabTask) deck("""
            ## Stop it for under 60 USD {#task}

            Records arrive.

            ```lab
            lab: shards
            preset: hot-key
            set: keys.kind = uniform
            free: mode, shards
            goal: throttled-by-bytes = 0
              : Each shard takes 1 MiB.
            goal: bill < 60
            goal: setting shards <= 12
            hint: Divide.
            solution: shards = 4
            ```

            Because.
            """).quizItems().getFirst();
        assertThat(task.stem()).isEqualTo("Stop it for under 60 USD\n\nRecords arrive.");
        assertThat(task.explanation()).isEqualTo("Because.");
        assertThat(task.setup())
                .isEqualTo(new LabSetup(
                        "shards",
                        Optional.of("hot-key"),
                        List.of(new LabSetting("keys.kind", "uniform")),
                        List.of("mode", "shards"),
                        List.of(
                                new LabGoal(
                                        LabGoal.Kind.FIGURE,
                                        "throttled-by-bytes",
                                        LabGoal.Relation.EQUAL,
                                        "0",
                                        "Each shard takes 1 MiB."),
                                new LabGoal(LabGoal.Kind.BILL, "", LabGoal.Relation.BELOW, "60", ""),
                                new LabGoal(LabGoal.Kind.SETTING, "shards", LabGoal.Relation.AT_MOST, "12", "")),
                        List.of("Divide."),
                        List.of(new LabSetting("shards", "4"))));
    }

    @Test
    void saysWhatIsWrongWithATaskInALab() {
        String head = "## A {#a}\n\n```lab\n";
        String whole = "lab: shards\nfree: shards\ngoal: bill < 60\n";
        assertThat(sentences(head + "free: shards\ngoal: bill < 60\n```\n")).contains("does not say which lab");
        assertThat(sentences(head + "lab: shards\ngoal: bill < 60\n```\n")).contains("leaves nothing to set");
        assertThat(sentences(head + "lab: shards\nfree: shards\n```\n")).contains("has no goal");
        assertThat(sentences(head + whole + "goal: bill lower\n```\n")).contains("is no goal");
        assertThat(sentences(head + whole + "set: shards\n```\n")).contains("sets nothing");
        assertThat(sentences(head + whole + "free: shards\n```\n")).contains("free twice");
        assertThat(sentences(head + whole + "colour: red\n```\n")).contains("is not known here");
        assertThat(sentences(head + whole + "lab: bleu\n```\n")).contains("stands twice");
        assertThat(sentences(head + whole + "hint:\n```\n")).contains("hint is empty");
        assertThat(sentences(head + whole + "hint: a\n".repeat(21) + "```\n")).contains("more than 20");
    }

    private static String sentences(String sections) {
        return new DeckParser()
                .parse("deck.md", HEAD + sections, false).findings().stream()
                        .map(Finding::sentence)
                        .collect(Collectors.joining("\n"));
    }

    private static Deck deck(String sections) {
        return new DeckParser().parse("deck.md", HEAD + sections, false).deck().orElseThrow();
    }
}
