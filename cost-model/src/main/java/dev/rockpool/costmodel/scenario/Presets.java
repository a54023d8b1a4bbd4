package dev.rockpool.costmodel.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The scenarios that Rockpool ships, `presets.json` beside this class.
public final class Presets {
    private Presets() {}

    /// Every preset, then every surprise.
    public static List<Preset> all() {
        return Shipped.ALL;
    }

    /// The preset of that name, if there is one.
    public static Optional<Preset> find(String id) {
        return all().stream().filter(preset -> preset.id().equals(id)).findFirst();
    }

    private static final class Shipped {
        static final List<Preset> ALL = read();

        private static List<Preset> read() {
            try (InputStream bytes = Presets.class.getResourceAsStream("presets.json")) {
                if (bytes == null) {
                    throw new IllegalStateException("The resource presets.json is missing.");
                }
                List<Preset> presets = new ArrayList<>();
                for (JsonNode preset : new JsonMapper().readTree(bytes)) {
                    presets.add(new Preset(
                            preset.path("id").asString(),
                            Optional.ofNullable(preset.get("left")).map(ScenarioJson::read),
                            ScenarioJson.read(preset.get("scenario")),
                            preset.path("source").asString()));
                }
                return List.copyOf(presets);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
