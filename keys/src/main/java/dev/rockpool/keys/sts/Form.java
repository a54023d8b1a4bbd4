package dev.rockpool.keys.sts;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The names and values of a form, from the query and the body; of a name given twice the last counts.
final class Form {
    private Form() {}

    static Map<String, String> read(String query, byte[] body) {
        Map<String, String> form = new HashMap<>();
        add(form, query);
        add(form, new String(body, StandardCharsets.UTF_8));
        return form;
    }

    private static void add(Map<String, String> form, String text) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    /// Text with a broken escape stays as it is: no name of the API has one.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
