package dev.rockpool.app.access;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.access.AccessLab;
import dev.rockpool.simulators.access.AccessSnapshot;
import dev.rockpool.simulators.access.Outcome;
import dev.rockpool.simulators.access.PassageStep;
import dev.rockpool.simulators.access.PassageStep.Place;
import dev.rockpool.simulators.access.PolicyPanel;
import dev.rockpool.simulators.access.Route;
import dev.rockpool.simulators.access.Tally;
import dev.rockpool.simulators.access.WayState;
import dev.rockpool.simulators.access.Word;
import java.util.stream.Collectors;

/// What the picture shows, in words.
final class AccessWords {
    private static final AccessLab LAB = new AccessLab();

    private final Texts texts;

    AccessWords(Texts texts) {
        this.texts = texts;
    }

    String legend() {
        return texts.get("access.legend");
    }

    String help() {
        return texts.get("access.help");
    }

    String way(Route route) {
        return LAB.name("route", route);
    }

    /// What the month’s bytes cost on a way.
    String price(WayState way) {
        return way.monthly()
                .map(money -> Unit.USD.number(money.amount().doubleValue()))
                .orElseGet(() -> texts.get("access.price.unknown"));
    }

    String outcome(Outcome outcome) {
        return texts.get("access.outcome." + Word.of(outcome));
    }

    /// What stands above the ways.
    String claim(AccessSnapshot now) {
        if (now.second() == 0) {
            return texts.get("access.claim.hidden");
        }
        long open = now.ways().stream()
                .filter(way -> way.outcome() == Outcome.ALLOWED)
                .count();
        return texts.get("access.claim", open, now.ways().size());
    }

    String perMonth() {
        return texts.get("access.month.usd");
    }

    String place(Place place) {
        return texts.get("access.place." + Word.of(place));
    }

    String noPolicy() {
        return texts.get("access.policy.none");
    }

    /// The step that was walked last, or what is about to be.
    String told(AccessSnapshot now) {
        if (now.walked().isEmpty()) {
            return texts.get("access.begin");
        }
        return now.parts().isEmpty()
                ? now.walked().getLast().sentence()
                : now.ways().stream()
                        .filter(way -> way.route() == now.scenario().network().route())
                        .findFirst()
                        .map(way -> texts.get("access.told.month", way(way.route()), price(way), month(now)))
                        .orElseGet(() -> month(now));
    }

    /// A way, as it stands beside the others.
    String told(AccessSnapshot now, WayState way) {
        return now.second() == 0
                ? texts.get("access.way.hidden", way(way.route()))
                : texts.get("access.way.told", way(way.route()), outcome(way.outcome()), price(way));
    }

    /// What was said at a place so far, or what it is for.
    String told(AccessSnapshot now, Place place) {
        String said = now.walked().stream()
                .filter(step -> step.place() == place)
                .map(PassageStep::sentence)
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? texts.get("access.place.told." + Word.of(place)) : said;
    }

    /// Where the request ended, or that it is on its way.
    String end(AccessSnapshot now) {
        return now.outcome()
                .map(outcome -> texts.get("access.end." + Word.of(outcome)))
                .orElseGet(() -> texts.get("access.end.way"));
    }

    /// The month so far beside what was foreseen.
    String month(AccessSnapshot now) {
        Tally all = now.parts().stream().reduce(new Tally(0, 0, 0), AccessWords::sum);
        if (all.drawn() == 0) {
            return texts.get("access.month.waiting", Unit.SHARE.format(now.share()));
        }
        return texts.get(
                "access.month",
                Unit.SHARE.format((double) all.allowed() / all.drawn()),
                Unit.COUNT.number(all.drawn()),
                Unit.SHARE.format(now.share()));
    }

    /// The same in few words.
    String monthBrief(AccessSnapshot now) {
        Tally all = now.parts().stream().reduce(new Tally(0, 0, 0), AccessWords::sum);
        return all.drawn() == 0
                ? month(now)
                : texts.get(
                        "access.month.brief",
                        Unit.SHARE.format((double) all.allowed() / all.drawn()),
                        Unit.SHARE.format(now.share()));
    }

    String monthHidden() {
        return texts.get("access.month.hidden");
    }

    String days(int part) {
        return texts.get(
                "access.month.days", part * AccessSnapshot.DAYS_A_PART + 1, (part + 1) * AccessSnapshot.DAYS_A_PART);
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(one.drawn() + other.drawn(), one.allowed() + other.allowed(), one.bytes() + other.bytes());
    }

    /// The whole picture for who cannot see it.
    String whole(AccessSnapshot now) {
        String ways = now.ways().stream().map(way -> told(now, way)).collect(Collectors.joining(" "));
        String policies = now.panels().stream()
                .map(panel -> texts.get(
                        "access.panel",
                        place(panel.place()),
                        panel.lines().isEmpty()
                                ? noPolicy()
                                : panel.lines().stream()
                                        .map(PolicyPanel.Line::text)
                                        .collect(Collectors.joining("; "))))
                .collect(Collectors.joining(" "));
        return told(now) + " " + claim(now) + ". " + ways + " " + policies + " " + end(now) + ".";
    }
}
