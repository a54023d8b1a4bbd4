package dev.rockpool.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A code that a person copies out of the app must be explained in `docs/errors.md`.
final class ErrorCodesTest {
    private static final Pattern CODE = Pattern.compile(
            "(?:(?:Input|Environment)Exception\\(\\s*|String [A-Z_]*CODE[A-Z_]* = )\"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void everyCodeIsExplained() throws IOException {
        String explained = Files.readString(Path.of("../docs/errors.md"));
        assertThat(codes())
                .hasSizeGreaterThan(20)
                .allSatisfy(code -> assertThat(explained)
                        .as("docs/errors.md explains " + code)
                        .contains("`" + code + "`"));
    }

    private static Set<String> codes() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        for (Path source : sources()) {
            Matcher matcher = CODE.matcher(Files.readString(source));
            while (matcher.find()) {
                codes.add(matcher.group(1));
            }
        }
        return codes;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString()
                            .contains(
                                    "src/main".replace("/", file.getFileSystem().getSeparator())))
                    .toList();
        }
    }
}
