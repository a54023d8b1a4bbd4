package dev.rockpool.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.trials.Trials;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Inputs that nobody sensible writes: each is answered or refused with a sentence, and patterns agree with the plain
/// recursion that defines them.
final class HostilePolicyTest {
    private static final String LETTERS = "{}[]\",:*?$0aA-é\u0000";
    private static final String CASE = """
        {"principal":"arn:aws:sts::111122223333:assumed-role/Reader/today","principalKind":"role-session",
         "action":"s3:GetObject","resource":"arn:aws:s3:::pool/a","resourceAccount":"444455556666",
         "context":{"aws:SourceIp":"10.0.0.1","aws:TagKeys":["a","b"],"aws:EpochTime":1732579200},
         "identity":[{"Sid":"x","Effect":"Allow","Action":["s3:*"],"Resource":"arn:aws:s3:::${aws:PrincipalTag/t, 'pool'}/*",
           "Condition":{"ForAllValues:StringLike":{"aws:TagKeys":["a","?"]},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"},
           "DateGreaterThanIfExists":{"aws:EpochTime":"2020-01-01T00:00:00Z"}}}],
         "resource_policy":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},
           "NotAction":"s3:Put*","NotResource":"arn:aws:s3:::pond/*"}]},
         "boundary":[],"scps":[[{"Effect":"Allow","Action":"*","Resource":"*"}]],"rcps":[]}\
        """;

    @Test
    void patternsAgreeWithTheRecursionThatDefinesThem() {
        Trials.run(3_000, random -> {
            String pattern = text(random, "ab*?", 8);
            String text = text(random, "ab", 10);
            assertThat(PolicyPattern.matches(pattern, text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(fits(pattern, text));
        });
    }

    private static boolean fits(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        return switch (pattern.charAt(0)) {
            case '*' -> fits(pattern.substring(1), text) || (!text.isEmpty() && fits(pattern, text.substring(1)));
            case '?' -> !text.isEmpty() && fits(pattern.substring(1), text.substring(1));
            default ->
                !text.isEmpty() && text.charAt(0) == pattern.charAt(0) && fits(pattern.substring(1), text.substring(1));
        };
    }

    private static String text(RandomGenerator random, String alphabet, int longest) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(longest + 1); left > 0; left--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void aPatternOfStarsTakesNoLongTime() {
        assertThat(PolicyPattern.matches("*a".repeat(2_000) + "b", "a".repeat(4_000)))
                .isFalse();
        assertThat(PolicyPattern.matches("?".repeat(3) + "x", "\ud83e\udd80ab" + "x"))
                .isTrue();
    }

    @Test
    void whatIsChangedInACaseIsAnsweredOrRefused() {
        assertThat(Cases.lines("[" + CASE + "]")).first().asString().startsWith("{\"decision\":\"deny\"");
        Trials.run(2_000, random -> {
            byte[] bytes = CASE.getBytes(StandardCharsets.UTF_8);
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
            }
            answered(new String(bytes, StandardCharsets.UTF_8));
        });
    }

    @Test
    void whatIsSwappedBetweenFieldsIsAnsweredOrRefused() {
        List<String> values = List.of(
                "null",
                "7",
                "-1e40",
                "true",
                "\"\"",
                "\"*\"",
                "[]",
                "{}",
                "[[[]]]",
                "\"arn:aws:iam::111122223333:root\"",
                "[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]",
                "{\"Statement\":[]}",
                "\"\\ud800\"");
        List<String> fields = List.of(
                "principal",
                "principalKind",
                "account",
                "action",
                "resource",
                "resourceAccount",
                "context",
                "identity",
                "resource_policy",
                "boundary",
                "session",
                "scps",
                "rcps");
        Trials.run(1_000, random -> {
            List<String> parts = new ArrayList<>();
            for (String field : fields) {
                if (random.nextBoolean()) {
                    parts.add("\"" + field + "\":" + values.get(random.nextInt(values.size())));
                }
            }
            if (random.nextBoolean()) {
                parts.removeIf(part -> part.startsWith("\"action\""));
                parts.add("\"action\":\"s3:GetObject\"");
            }
            answered("{" + String.join(",", parts) + "}");
        });
    }

    /// One line for one case, or a refusal; no other exception gets out.
    private static void answered(String json) {
        try {
            for (String line : Cases.lines("[" + json + "]")) {
                assertThat(line).startsWith("{\"").endsWith("}").doesNotContain("\n");
            }
        } catch (dev.rockpool.kernel.InputException e) {
            assertThat(e.sentence()).endsWith(".");
        }
    }
}
