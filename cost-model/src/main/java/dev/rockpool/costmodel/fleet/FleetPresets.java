package dev.rockpool.costmodel.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fleet scenarios that Rockpool ships, `presets.json` beside this class.
public final class FleetPresets {
    private static final List<FleetPreset> ALL = read();

    private FleetPresets() {}

    /// Every preset.
    public static List<FleetPreset> all() {
        return ALL;
    }

    /// The preset of that name, if there is one.
    public static Optional<FleetPreset> find(String id) {
        return ALL.stream().filter(preset -> preset.id().equals(id)).findFirst();
    }

    private static List<FleetPreset> read() {
        try (InputStream bytes = FleetPresets.class.getResourceAsStream("presets.json")) {
            if (bytes == null) {
                throw new IllegalStateException("The resource presets.json is missing.");
            }
            List<FleetPreset> presets = new ArrayList<>();
            for (JsonNode preset : new JsonMapper().readTree(bytes)) {
                presets.add(new FleetPreset(
                        preset.path("id").asString(),
                        FleetScenarioJson.read(preset.path("scenario")),
                        preset.path("source").asString()));
            }
            return List.copyOf(presets);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
