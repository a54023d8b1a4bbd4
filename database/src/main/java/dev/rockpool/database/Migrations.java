package dev.rockpool.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings the tables of a file to what this Rockpool knows.
///
/// Flyway does the work, but loading it costs more than the rest of opening. So the names of the migrations on the
/// class path are first compared with the names in Flyway's own history table: when they are the same, as on every
/// start but the first after an update, Flyway is not loaded. What is given up is Flyway's comparison of checksums on
/// such a start; that a released migration is never edited is a rule for us, which tests can check, not for a
/// learner's start.
final class Migrations {
    private static final String FOLDER = "dev/rockpool/database/migration";
    private static final String HISTORY = "flyway_schema_history";

    private final DataSource source;
    private final Path file;

    Migrations(DataSource source, Path file) {
        this.source = source;
        this.file = file;
    }

    void apply() throws SQLException {
        Set<String> known = onClassPath();
        Set<String> applied = inDatabase();
        for (String migration : applied) {
            if (!known.contains(migration)) {
                throw Failure.newer(file, migration);
            }
        }
        if (!applied.equals(known)) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:" + FOLDER)
                    .table(HISTORY)
                    .outOfOrder(true)
                    .load()
                    .migrate();
        }
    }

    private Set<String> inDatabase() throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!hasHistory(connection)) {
                return Set.of();
            }
            Set<String> scripts = new TreeSet<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select \"script\" from \"" + HISTORY + "\" where \"success\" and \"type\" = 'SQL'");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    scripts.add(rows.getString(1));
                }
            }
            return scripts;
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select 1 from information_schema.tables where table_schema = 'PUBLIC' and table_name = ?")) {
            select.setString(1, HISTORY);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static Set<String> onClassPath() {
        Set<String> scripts = new TreeSet<>();
        try {
            for (URL location :
                    Collections.list(Migrations.class.getClassLoader().getResources(FOLDER))) {
                scripts.addAll(list(location));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scripts;
    }

    private static Set<String> list(URL location) throws IOException {
        Set<String> scripts = new TreeSet<>();
        if (location.openConnection() instanceof JarURLConnection jar) {
            jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER + "/"))
                    .map(name -> name.substring(FOLDER.length() + 1))
                    .filter(Migrations::isMigration)
                    .forEach(scripts::add);
            return scripts;
        }
        try (Stream<Path> files = Files.list(Path.of(uri(location)))) {
            files.map(path -> path.getFileName().toString())
                    .filter(Migrations::isMigration)
                    .forEach(scripts::add);
        }
        return scripts;
    }

    private static boolean isMigration(String name) {
        return name.startsWith("V") && name.endsWith(".sql");
    }

    private static URI uri(URL location) throws IOException {
        try {
            return location.toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
