package dev.rockpool.keys.kms;

import dev.rockpool.keys.KeyRefusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A part of a list, as `Limit` and `Marker` ask for it: the marker is where the next part begins.
final class Page {
    private static final int DEFAULT = 100;
    private static final int MOST = 1_000;

    private Page() {}

    /// Writes a part of `all` under `field`, and where the next begins.
    static <T> ObjectNode write(
            ObjectNode answer, String field, JsonFields request, List<T> all, BiConsumer<T, ArrayNode> writer) {
        OptionalInt limit = request.number("Limit", 1, MOST);
        Optional<String> marker = request.optionalText("Marker", 1_024);
        int from = marker.map(text -> start(text, all.size())).orElse(0);
        int to = (int) Math.min(all.size(), (long) from + limit.orElse(DEFAULT));
        ArrayNode array = answer.putArray(field);
        all.subList(from, to).forEach(element -> writer.accept(element, array));
        answer.put("Truncated", to < all.size());
        if (to < all.size()) {
            answer.put("NextMarker", Integer.toString(to));
        }
        return answer;
    }

    private static int start(String marker, int size) {
        try {
            int start = Integer.parseInt(marker);
            if (start >= 0 && start <= size) {
                return start;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new KeyRefusal(KeyRefusal.Code.INVALID_MARKER, "Could not deserialize marker");
    }
}
