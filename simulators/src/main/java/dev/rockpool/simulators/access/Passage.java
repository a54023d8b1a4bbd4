package dev.rockpool.simulators.access;

import dev.rockpool.identity.policy.Decision;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.access.PassageStep.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request's way from who asks to the answer, and where it stops.
///
/// @param steps in order; the last is the answer, or where it stopped on the way
/// @param outcome what comes of it
/// @param endpoint what the policy of an endpoint said; empty where none is on the way or it was not reached
/// @param service what the policies at the service said; empty where it was not reached
public record Passage(
        List<PassageStep> steps, Outcome outcome, Optional<Decision> endpoint, Optional<Decision> service) {
    public Passage {
        steps = List.copyOf(steps);
    }

    /// The way of a request.
    static Passage of(AccessScenario scenario, LabTexts texts) {
        return new Walk(scenario, texts).walk();
    }

    /// What comes of a request.
    static Outcome outcome(AccessScenario scenario) {
        if (!isOpen(scenario)) {
            return Outcome.UNREACHABLE;
        }
        PolicyQuestion question = new PolicyQuestion(scenario);
        boolean isLetThrough = !scenario.network().route().isEndpoint()
                || question.atEndpoint().allowed();
        return isLetThrough && question.atService().allowed() ? Outcome.ALLOWED : Outcome.DENIED;
    }

    private static boolean isOpen(AccessScenario scenario) {
        Network network = scenario.network();
        return !network.broken() && network.route().leadsTo(scenario.asking().target());
    }

    private static final class Walk {
        private final AccessScenario scenario;
        private final LabTexts texts;
        private final PolicyQuestion question;
        private final List<PassageStep> steps = new ArrayList<>();

        Walk(AccessScenario scenario, LabTexts texts) {
            this.scenario = scenario;
            this.texts = texts;
            question = new PolicyQuestion(scenario);
        }

        Passage walk() {
            Asking asking = scenario.asking();
            step(
                    Place.ASKER,
                    "ask",
                    true,
                    texts.get("asker." + Word.of(asking.asker())),
                    question.action(),
                    texts.get("target." + Word.of(asking.target())),
                    texts.get(asking.tls() ? "over.tls" : "over.plain"));
            if (!door()) {
                return new Passage(steps, Outcome.UNREACHABLE, Optional.empty(), Optional.empty());
            }
            Optional<Decision> endpoint = Optional.empty();
            if (scenario.network().route().isEndpoint()) {
                Decision said = question.atEndpoint();
                endpoint = Optional.of(said);
                trace(said);
                if (!said.allowed()) {
                    step(Place.SERVICE, "refused.endpoint", false);
                    return new Passage(steps, Outcome.DENIED, endpoint, Optional.empty());
                }
            }
            Decision said = question.atService();
            trace(said);
            step(
                    Place.SERVICE,
                    said.allowed() ? "answered." + Word.of(scenario.asking().act()) : "refused",
                    said.allowed());
            return new Passage(steps, said.allowed() ? Outcome.ALLOWED : Outcome.DENIED, endpoint, Optional.of(said));
        }

        private boolean door() {
            Network network = scenario.network();
            Route route = network.route();
            String word = Word.of(route);
            if (route == Route.NONE) {
                step(Place.DOOR, "door.none", false);
                return false;
            }
            if (network.broken()) {
                step(Place.DOOR, "door.broken." + word, false);
                return false;
            }
            if (!route.leadsTo(scenario.asking().target())) {
                step(
                        Place.DOOR,
                        "door.elsewhere." + word,
                        false,
                        texts.get("target." + Word.of(scenario.asking().target())));
                return false;
            }
            step(
                    Place.DOOR,
                    "door." + word,
                    true,
                    PolicyQuestion.address(route).orElseGet(() -> PolicyQuestion.endpointId(network)));
            return true;
        }

        /// What each part said that was asked.
        private void trace(Decision decision) {
            for (Decision.Step each : decision.trace()) {
                boolean isLast = each.equals(decision.trace().getLast());
                steps.add(new PassageStep(
                        place(each.part()),
                        "policy." + each.part(),
                        each.statement(),
                        decision.allowed() || !isLast,
                        each.sentence()));
            }
        }

        private static Place place(String part) {
            return switch (part) {
                case "endpoint" -> Place.ENDPOINT;
                case "resource_policy" -> Place.BUCKET;
                case "boundary" -> Place.BOUNDARY;
                case "session" -> Place.SESSION;
                default -> Place.IDENTITY;
            };
        }

        private void step(Place place, String key, boolean passes, Object... arguments) {
            steps.add(new PassageStep(place, key, "", passes, texts.get("step." + key, arguments)));
        }
    }
}
