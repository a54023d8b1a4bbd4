package dev.rockpool.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Other people's programs, installed beside the benchmarks when one is first asked for: packages of npm
/// (`package.json`) and of Maven (a folder with a `pom.xml` each). None of them is part of what Rockpool ships.
final class Peers {
    private final Path sources;
    private final Path installed;

    /// @param sources   the folder `peers` of the benchmarks
    /// @param installed where they are put
    Peers(Path sources, Path installed) {
        this.sources = sources;
        this.installed = installed;
    }

    /// The folder with the scripts and the packages that they need; nothing where Node.js or npm is not there.
    Optional<Path> node() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(installed.resolve("node"));
        Path wanted = folder.resolve("package.json");
        boolean isInstalled = Files.exists(folder.resolve("node_modules/.package-lock.json"))
                && Files.exists(wanted)
                && Files.mismatch(wanted, sources.resolve("package.json")) < 0;
        copyScripts(folder);
        if (!isInstalled
                && !(runs(folder, List.of("node", "--version"))
                        && runs(folder, List.of("npm", "install", "--no-audit", "--no-fund")))) {
            Files.delete(wanted);
            return Optional.empty();
        }
        return Optional.of(folder);
    }

    /// The class path of a peer that Maven fetches; nothing where it cannot.
    ///
    /// @param name the name of its folder
    Optional<String> classPath(String name) throws IOException, InterruptedException {
        Path file = installed.resolve(name).resolve("class-path");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            String pom = sources.resolve(name).resolve("pom.xml").toString();
            List<String> command =
                    List.of("mvn", "-B", "-q", "-f", pom, "dependency:build-classpath", "-Dmdep.outputFile=" + file);
            if (!runs(installed, command)) {
                return Optional.empty();
            }
        }
        return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
    }

    /// A file of the folder `peers`.
    Path source(String name) {
        return sources.resolve(name);
    }

    private void copyScripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean runs(Path folder, List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
