package dev.rockpool.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Links the runtime, makes the app image, fills its cache, and packs it for the system that this runs on.
public final class Packaging {
    /// What `jdeps --print-module-deps` finds in the jars, besides file systems in archives and `Unsafe`, which are
    /// reached by name. `ImageTest` runs enough of Rockpool to miss one that is not here.
    private static final String MODULES = "java.compiler,java.desktop,java.instrument,java.management,java.naming,"
            + "java.net.http,java.scripting,java.sql,javafx.controls,jdk.jfr,jdk.net,jdk.unsupported,jdk.zipfs";

    /// The same as the launcher of the checkout has.
    private static final List<String> JAVA_OPTIONS = List.of(
            "-XX:+UseSerialGC", "-Xss4m", "--enable-native-access=javafx.graphics,ALL-UNNAMED", "-Xlog:disable");

    private static final String DESCRIPTION = "Learn data engineering by doing";

    private final Path target;
    private final Path project;
    private final String version;
    private final PackageKind kind;

    private Packaging(Path target, Path project, String version, PackageKind kind) {
        this.target = target;
        this.project = project;
        this.version = version;
        this.kind = kind;
    }

    /// @param arguments the build directory with `lib` and `modules` in it, the project's folder, its version
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Packaging(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], PackageKind.here()).make();
    }

    private void make() throws IOException, InterruptedException {
        Files.copy(project.resolve("LICENSE"), target.resolve("lib/LICENSE"));
        link();
        image();
        fillCache();
        pack();
    }

    private void link() {
        run(
                "jlink",
                "--module-path",
                target.resolve("modules").toString(),
                "--add-modules",
                MODULES,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                target.resolve("runtime").toString());
    }

    private void image() {
        List<String> options = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                kind.appName(),
                "--app-version",
                numericVersion(),
                "--vendor",
                "Rockpool",
                "--description",
                DESCRIPTION,
                "--runtime-image",
                target.resolve("runtime").toString(),
                "--input",
                target.resolve("lib").toString(),
                "--main-jar",
                "rockpool-app-" + version + ".jar",
                "--main-class",
                "dev.rockpool.app.Main",
                "--dest",
                target.resolve("image").toString(),
                "--java-options",
                "-XX:AOTCache=$APPDIR/rockpool.aot"));
        for (String option : JAVA_OPTIONS) {
            options.addAll(List.of("--java-options", option));
        }
        options.addAll(kind.imageOptions(project));
        run("jpackage", options.toArray(String[]::new));
    }

    /// Starts the image's Java with the class path of its starter, once, and keeps what it loaded.
    private void fillCache() throws IOException, InterruptedException {
        Path image = kind.image(target.resolve("image"));
        Path app = image.resolve(kind.appFolder());
        Path home = target.resolve("training");
        List<String> command = new ArrayList<>();
        command.add(image.resolve(kind.java()).toString());
        command.add("-XX:AOTCacheOutput=" + app.resolve("rockpool.aot"));
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of(
                "-cp", classPath(app), "dev.rockpool.app.Main", "--home", home.toString(), "rehearse", "window"));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(target.resolve("training.log").toFile())
                .start()
                .waitFor();
        delete(home);
        if (exit != 0 || !Files.exists(app.resolve("rockpool.aot"))) {
            throw new IllegalStateException("no cache was made: " + target.resolve("training.log") + " says why");
        }
    }

    private static String classPath(Path app) throws IOException {
        try (Stream<String> lines = Files.lines(app.resolve("rockpool.cfg"))) {
            String entry = "app.classpath=$APPDIR";
            return String.join(
                    File.pathSeparator,
                    lines.filter(line -> line.startsWith(entry))
                            .map(line -> app + line.substring(entry.length()))
                            .toList());
        }
    }

    private void pack() {
        List<String> missing = kind.toolsMissing(System.getenv("PATH"));
        if (!missing.isEmpty()) {
            say("no ." + kind.suffix() + " was made, since " + String.join(" and ", missing)
                    + " is not installed; the image is complete");
            return;
        }
        List<String> options = new ArrayList<>(List.of(
                "--type",
                kind.suffix(),
                "--name",
                kind.appName(),
                "--app-version",
                numericVersion(),
                "--vendor",
                "Rockpool",
                "--description",
                DESCRIPTION,
                "--app-image",
                kind.image(target.resolve("image")).toString(),
                "--dest",
                target.resolve("packages").toString()));
        options.addAll(kind.packageOptions(project));
        run("jpackage", options.toArray(String[]::new));
    }

    /// Systems' packages know numbers only.
    private String numericVersion() {
        return version.replaceFirst("-.*", "");
    }

    private static void run(String tool, String... arguments) {
        int exit = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("this JDK has no " + tool))
                .run(System.out, System.err, arguments);
        if (exit != 0) {
            throw new IllegalStateException(tool + " failed: the lines above say why");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @SuppressWarnings("SystemOut") // a step of the build: its lines are the build's
    private static void say(String line) {
        System.out.printf(Locale.ROOT, "%s%n", line);
    }
}
