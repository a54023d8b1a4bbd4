package dev.rockpool.simulators.lifecycle;

import dev.rockpool.simulators.LabJson;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The first rule of a scenario as sliders set it. It is changed as it is written, so that a refused rule can be
/// mended.
final class FirstRule {
    static final String INFREQUENT = "STANDARD_IA";
    static final Set<String> ARCHIVES = Set.of("GLACIER_IR", "GLACIER", "DEEP_ARCHIVE");

    private final LifecycleScenario scenario;
    private final ObjectNode tree;

    FirstRule(LifecycleScenario scenario) {
        this.scenario = scenario;
        tree = scenario.rulesTree();
    }

    /// Whether there is a first rule to change.
    boolean isThere() {
        return tree.path("Rules").isArray()
                && tree.path("Rules").size() > 0
                && tree.path("Rules").get(0).isObject();
    }

    /// Days to the first transition into one of `classes`; 0 if there is none.
    int movesAfter(Set<String> classes) {
        return move(classes).map(move -> move.path("Days").asInt(0)).orElse(0);
    }

    /// The archive that the rule moves to.
    String archive() {
        return move(ARCHIVES)
                .map(move -> move.path("StorageClass").asString("GLACIER"))
                .orElse("GLACIER");
    }

    /// Days to expiration; 0 if there is none.
    int expiresAfter() {
        return rule().path("Expiration").path("Days").asInt(0);
    }

    /// Noncurrent days to the end; 0 if there is none.
    int noncurrentAfter() {
        return rule().path("NoncurrentVersionExpiration").path("NoncurrentDays").asInt(0);
    }

    /// The scenario with a transition into `to` after `days`, instead of the one into any of `classes`; none with 0
    /// days.
    LifecycleScenario moving(Set<String> classes, String to, int days) {
        ArrayNode moves = LabJson.object().putArray("Transitions");
        rule().path("Transitions").forEach(move -> {
            if (!classes.contains(move.path("StorageClass").asString(""))) {
                moves.add(move);
            }
        });
        if (days > 0) {
            moves.addObject().put("Days", days).put("StorageClass", to);
        }
        if (moves.isEmpty()) {
            rule().remove("Transitions");
        } else {
            rule().set("Transitions", moves);
        }
        return done();
    }

    LifecycleScenario expiring(int days) {
        if (days > 0) {
            rule().putObject("Expiration").put("Days", days);
        } else {
            rule().remove("Expiration");
        }
        return done();
    }

    LifecycleScenario endingNoncurrent(int days) {
        if (days > 0) {
            ObjectNode end = rule().path("NoncurrentVersionExpiration") instanceof ObjectNode there
                    ? there
                    : rule().putObject("NoncurrentVersionExpiration");
            end.put("NoncurrentDays", days);
        } else {
            rule().remove("NoncurrentVersionExpiration");
        }
        return done();
    }

    private Optional<JsonNode> move(Set<String> classes) {
        for (JsonNode move : rule().path("Transitions")) {
            if (classes.contains(move.path("StorageClass").asString(""))) {
                return Optional.of(move);
            }
        }
        return Optional.empty();
    }

    private ObjectNode rule() {
        return isThere() ? (ObjectNode) tree.path("Rules").get(0) : LabJson.object();
    }

    private LifecycleScenario done() {
        return scenario.withRules(LabJson.line(tree));
    }
}
