package dev.rockpool.platform;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the meter knows to be in the store, written when a platform is closed, so that it need not be
/// walked through when it is opened. It is taken at its word only where the store stands where it stood
/// then; the walk is always right.
final class KeptStock {
    static final String FILE = "meter.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String POSITION = "position";
    private static final String STOCK = "stock";

    private KeptStock() {}

    /// Writes down what `meter` knows of the store that stands at `position`.
    static void write(Path folder, String position, StoreMeter meter) {
        ObjectNode stock = JSON.createObjectNode();
        if (!meter.writeTo(stock)) {
            return;
        }
        ObjectNode all = JSON.createObjectNode().put(POSITION, position);
        all.set(STOCK, stock);
        Path file = folder.resolve(FILE);
        Path next = folder.resolve(FILE + ".next");
        try {
            Files.write(next, JSON.writeValueAsBytes(all));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "platform-folder", "The meter cannot be kept in " + file + ": " + failure.getMessage(), failure);
        }
    }

    /// Gives what was written down to `meter`, if the store stands at `position` still; false if it has to
    /// be walked through. Whatever is there counts no more.
    static boolean take(Path folder, String position, StoreMeter meter) {
        Path file = folder.resolve(FILE);
        Optional<JsonNode> stock = Optional.empty();
        try {
            JsonNode all = JSON.readTree(Files.readAllBytes(file));
            if (all.path(POSITION).asString("").equals(position)) {
                stock = Optional.of(all.path(STOCK));
            }
            Files.delete(file);
        } catch (NoSuchFileException _) {
            return false;
        } catch (JacksonException | IOException unreadable) {
            return false;
        }
        return stock.isPresent() && meter.readFrom(stock.get());
    }
}
