package dev.rockpool.identity.policy;

import java.util.ArrayList;
import java.util.List;

/// Cases written with single quotes, and their answers in a few words.
final class Cases {
    private Cases() {}

    /// `decision kind decidedBy` of a case with these fields.
    static String decide(String... fields) {
        Decision decision = PolicyEvaluator.decide(request(fields));
        return (decision.allowed() ? "allow " : "deny ")
                + (decision.explicit() ? "explicit " : "implicit ")
                + decision.decidedBy();
    }

    static PolicyRequest request(String... fields) {
        return PolicyCases.request(PolicyJson.parse(json("{" + String.join(",", fields) + "}")));
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }

    /// The lines that a file with this text answers.
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        PolicyCases.parse("case.json", text).answer(lines::add);
        return lines;
    }

    /// Whether a single condition of an identity policy lets a request with this context through.
    static boolean holds(String condition, String context) {
        return decide(
                        "'principal':'arn:aws:iam::111122223333:user/carlos'",
                        "'action':'s3:GetObject','resource':'arn:aws:s3:::pool/a.txt'",
                        "'context':{" + context + "}",
                        "'identity':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':{" + condition + "}}]")
                .startsWith("allow");
    }
}
