package dev.rockpool.app.lab;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.Fidelity;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Prediction;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference;
import dev.rockpool.simulators.ScenarioCodec;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Snapshot;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A lab small enough to reckon by hand: the water rises by a number of steps a second.
final class TideLab implements Lab<TideLab.Tide, TideLab.Level, TideLab.Water> {
    record Tide(int rise, int seconds, long seed, boolean dammed) {}

    record Level(long height) {}

    record Water(long second, long seconds, long height) implements Snapshot {
        @Override
        public List<Figure> figures() {
            return List.of(TideLab.figure(height));
        }

        @Override
        public List<Measure> measures() {
            return List.of(new Measure("height", "Height", Unit.COUNT, height));
        }

        @Override
        public List<LabEvent> events() {
            return second == 0 ? List.of() : List.of(new LabEvent(second, "rose", "pool", "Rose to " + height + "."));
        }

        @Override
        public Bill monthlyBill() {
            return new Bill(Money.USD, List.of());
        }
    }

    static Figure figure(long height) {
        return new Figure(
                "height", "Height", Unit.COUNT, height, OptionalDouble.empty(), Optional.empty(), "r t", "", "");
    }

    private static Preset<Tide> preset(String id, int rise) {
        return new Preset<>(
                id,
                id,
                "",
                new Tide(rise, 10, 1, false),
                new Reference("", Optional.empty(), Reference.Kind.CLOSED_FORM, ""),
                new Expected("height", Unit.COUNT, rise * 10, 0),
                new Prediction("How high?", "height", Unit.COUNT, 0, 100, 1),
                List.of());
    }

    @Override
    public String id() {
        return "tide";
    }

    @Override
    public String name() {
        return "Tide";
    }

    @Override
    public String question() {
        return "How high will it rise?";
    }

    @Override
    public String explanation() {
        return "";
    }

    @Override
    public String model() {
        return "";
    }

    @Override
    public Tide standard() {
        return new Tide(1, 10, 1, false);
    }

    @Override
    public List<Preset<Tide>> presets() {
        return List.of(preset("ebb", 2), preset("spring", 5));
    }

    @Override
    public List<Challenge<Tide, Level>> challenges() {
        return List.of(new Challenge<>(
                "high",
                "High",
                "Reach 70.",
                "Rise faster.",
                standard(),
                (_, level) -> level.height() >= 70 ? Optional.empty() : Optional.of("Only " + level.height() + ".")));
    }

    @Override
    public List<Parameter<Tide>> parameters() {
        return List.of(new Parameter.Slider<>(
                "rise",
                "Rise",
                "",
                Unit.COUNT,
                1,
                10,
                Parameter.Scale.LINEAR,
                1,
                Tide::rise,
                (tide, rise) -> new Tide((int) Math.round(rise), tide.seconds(), tide.seed(), tide.dammed()),
                _ -> true));
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of();
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of();
    }

    @Override
    public ScenarioCodec<Tide> codec() {
        return new ScenarioCodec<>() {
            @Override
            public ObjectNode write(Tide scenario) {
                return LabJson.object().put("rise", scenario.rise());
            }

            @Override
            public Tide read(JsonNode json) {
                int rise = json.path("rise").asInt(0);
                if (rise < 1) {
                    throw new InputException("lab-scenario", "rise: " + rise + " is below 1.");
                }
                return new Tide(rise, 10, 1, false);
            }
        };
    }

    @Override
    public long seed(Tide scenario) {
        return scenario.seed();
    }

    @Override
    public Tide withSeed(Tide scenario, long seed) {
        return new Tide(scenario.rise(), scenario.seconds(), seed, scenario.dammed());
    }

    @Override
    public Level run(Tide scenario) {
        return new Level((long) scenario.rise() * scenario.seconds());
    }

    @Override
    public List<Figure> figures(Level result) {
        return List.of(figure(result.height()));
    }

    @Override
    public ObjectNode report(Level result) {
        return LabJson.object();
    }

    @Override
    public Simulation<Tide, Water> open(Tide scenario) {
        return new Simulation<>() {
            private long second;
            private long height;
            private boolean dammed = scenario.dammed();

            @Override
            public void step() {
                second++;
                height += dammed ? 0 : scenario.rise();
            }

            @Override
            public Water snapshot() {
                return new Water(second, scenario.seconds(), height);
            }

            @Override
            public boolean done() {
                return second >= scenario.seconds();
            }

            @Override
            public Tide scenario() {
                return new Tide(scenario.rise(), scenario.seconds(), scenario.seed(), dammed);
            }

            @Override
            public List<Disturbance> disturbances() {
                return List.of(new Disturbance("dam", "Dam it", dammed));
            }

            @Override
            public void disturb(String id) {
                dammed = !dammed;
            }
        };
    }
}
