package dev.rockpool.app.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A question that comes with Rockpool.
///
/// @param id stable, such as `due`; its title is the text `query.ready.ID`
/// @param sql what it asks
record ReadyQuestion(String id, String sql) {
    private static final String FILE = "ready.sql";
    private static final String BEGIN = "--: ";

    /// The key of its title in the bundles.
    String titleKey() {
        return "query.ready." + id;
    }

    /// All, in the order of the file.
    static List<ReadyQuestion> all() {
        try (InputStream in = Objects.requireNonNull(ReadyQuestion.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<ReadyQuestion> all = new ArrayList<>();
            String id = "";
            StringBuilder sql = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(BEGIN)) {
                    add(all, id, sql);
                    id = line.substring(BEGIN.length()).strip();
                } else {
                    sql.append(line).append('\n');
                }
            }
            add(all, id, sql);
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What stands before the first question is the file's own comment.
    private static void add(List<ReadyQuestion> all, String id, StringBuilder sql) {
        if (!id.isEmpty()) {
            all.add(new ReadyQuestion(id, sql.toString().strip()));
        }
        sql.setLength(0);
    }
}
