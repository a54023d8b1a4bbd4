package dev.rockpool.simulators.access;

import dev.rockpool.identity.policy.Effect;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PrincipalElement;
import dev.rockpool.identity.policy.Statement;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.access.PassageStep.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A policy as it is attached, statement by statement, in short.
///
/// @param place where it is asked
/// @param lines its statements; none where there is no policy
public record PolicyPanel(Place place, List<Line> lines) {
    public PolicyPanel {
        lines = List.copyOf(lines);
    }

    /// A statement.
    ///
    /// @param name as the evaluator names it in its trace: `bucket policy statement 1 "Everybody"`
    /// @param denies whether it denies
    /// @param text in short
    public record Line(String name, boolean denies, String text) {}

    /// The policies that `scenario` may meet, in the order in which they are asked.
    static List<PolicyPanel> of(AccessScenario scenario, LabTexts texts) {
        String service = new PolicyQuestion(scenario).service();
        Rules rules = scenario.rules();
        Asker asker = scenario.asking().asker();
        List<PolicyPanel> panels = new ArrayList<>();
        if (scenario.network().route().isEndpoint()) {
            panels.add(panel(Place.ENDPOINT, List.of(PolicyShelf.endpoint(rules.endpoint())), texts, service));
        }
        if (scenario.asking().target().isBucket()) {
            panels.add(panel(Place.BUCKET, PolicyShelf.bucket(rules.bucket()), texts, service));
        }
        if (asker.hasPolicies()) {
            panels.add(panel(Place.IDENTITY, PolicyShelf.identity(rules.identity()), texts, service));
            PolicyShelf.limit(rules.boundary(), "boundary")
                    .ifPresent(policies -> panels.add(panel(Place.BOUNDARY, policies, texts, service)));
            PolicyShelf.limit(rules.session(), "session policy")
                    .ifPresent(policies -> panels.add(panel(Place.SESSION, policies, texts, service)));
        }
        return List.copyOf(panels);
    }

    private static PolicyPanel panel(Place place, List<Policy> policies, LabTexts texts, String service) {
        return new PolicyPanel(
                place,
                policies.stream()
                        .flatMap(
                                policy -> IntStream.range(0, policy.statements().size())
                                        .mapToObj(at -> line(policy, at, texts, service)))
                        .toList());
    }

    private static Line line(Policy policy, int at, LabTexts texts, String service) {
        Statement statement = policy.statements().get(at);
        String sid = statement.sid().isEmpty() ? "" : " \"" + statement.sid() + "\"";
        boolean denies = statement.effect() == Effect.DENY;
        String what = statement.principals().map(who -> who(who) + " ").orElse("")
                + actions(statement, service)
                + statement
                        .resources()
                        .map(arns -> on(arns, service))
                        .filter(on -> !on.isEmpty())
                        .map(on -> " " + texts.get("statement.on", on))
                        .orElse("");
        String conditions = statement.conditions().stream()
                .map(condition -> texts.get(
                        "statement." + condition.comparison().written(),
                        condition.key(),
                        String.join(", ", condition.values())))
                .collect(Collectors.joining(" " + texts.get("statement.and") + " "));
        String words = texts.get(denies ? "statement.deny" : "statement.allow", what);
        return new Line(
                policy.name() + " statement " + (at + 1) + sid,
                denies,
                conditions.isEmpty() ? words : texts.get("statement.if", words, conditions));
    }

    private static String who(PrincipalElement principals) {
        return principals.everyone()
                ? "*"
                : principals.aws().stream()
                        .map(arn -> arn.substring(arn.indexOf("::") + 2))
                        .collect(Collectors.joining(", "));
    }

    /// The actions of the service that is asked, or all where none is one of its.
    private static String actions(Statement statement, String service) {
        List<String> ofService = statement.actions().stream()
                .filter(action -> action.startsWith(service + ":") || action.equals("*"))
                .toList();
        return String.join(", ", ofService.isEmpty() ? statement.actions() : ofService);
    }

    /// The resources of the service by their last parts; nothing for all, or for the bucket of the lab.
    private static String on(List<String> resources, String service) {
        return resources.stream()
                .filter(arn -> arn.startsWith("arn:aws:" + service + ":") && !arn.startsWith(PolicyQuestion.BUCKET))
                .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
                .collect(Collectors.joining(", "));
    }
}
