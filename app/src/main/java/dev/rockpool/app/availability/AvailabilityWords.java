package dev.rockpool.app.availability;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.availability.AvailabilitySnapshot;
import dev.rockpool.simulators.availability.Component;

/// What the picture shows, in sentences.
final class AvailabilityWords {
    private static final double DAY = 86_400;

    private final Texts texts;

    AvailabilityWords(Texts texts) {
        this.texts = texts;
    }

    /// The one sentence about a day.
    String summary(AvailabilitySnapshot now) {
        return texts.get(
                now.isUp() ? "availability.told.up" : "availability.told.down",
                now.second(),
                Unit.DOWNTIME.format(now.down()),
                Unit.DOWNTIME.format(now.scenario().system().unavailability() * DAY * now.second()));
    }

    /// A part and how it is.
    String part(AvailabilitySnapshot now, int at) {
        Component.Part part = now.scenario().system().parts().get(at);
        return texts.get(
                "availability.part.told",
                name(part, at),
                share(part.unavailability()),
                texts.get(now.partsUp().get(at) ? "availability.up" : "availability.down"));
    }

    String name(Component.Part part, int at) {
        return part.name().isEmpty() ? texts.get("availability.part", at + 1) : part.name();
    }

    String brief(int at) {
        return Integer.toString(at + 1);
    }

    /// An availability: `99.9 %`, with as many digits as it has.
    String share(double down) {
        return Unit.FINE_SHARE.number(1 - down).replaceFirst("0+$", "").replaceFirst("\\.$", "") + "\u00A0%";
    }

    String some(int k, int n) {
        return texts.get("availability.some", k, n);
    }

    String claim(AvailabilitySnapshot now) {
        double down = now.scenario().system().unavailability();
        return texts.get(
                "availability.claim",
                share(down),
                Unit.DOWNTIME.format(down * now.scenario().convention().yearSeconds()));
    }

    /// The first half of the claim, for a narrow picture.
    String claimUp(AvailabilitySnapshot now) {
        return texts.get("availability.claim.up", share(now.scenario().system().unavailability()));
    }

    /// The other half.
    String claimDown(AvailabilitySnapshot now) {
        return texts.get(
                "availability.claim.down",
                Unit.DOWNTIME.format(now.scenario().system().unavailability()
                        * now.scenario().convention().yearSeconds()));
    }

    String days(AvailabilitySnapshot now) {
        return texts.get("availability.days", Unit.DOWNTIME.format(now.down()));
    }

    /// The same for a narrow picture.
    String daysBriefly(AvailabilitySnapshot now) {
        return texts.get("availability.days.brief", Unit.DOWNTIME.format(now.down()));
    }

    String legend() {
        return texts.get("availability.legend");
    }
}
