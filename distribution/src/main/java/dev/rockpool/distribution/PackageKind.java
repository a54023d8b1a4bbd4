package dev.rockpool.distribution;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What differs between the three systems: where things lie in an image, what a package is and who makes it.
enum PackageKind {
    DEB("deb", "bin/rockpool", "lib/app", "lib/runtime/bin/java", List.of("dpkg-deb", "fakeroot")) {
        @Override
        List<String> imageOptions(Path project) {
            return List.of("--icon", icon(project));
        }

        @Override
        List<String> packageOptions(Path project) {
            return List.of(
                    "--linux-package-name",
                    "rockpool",
                    "--linux-app-category",
                    "education",
                    "--linux-menu-group",
                    "Education",
                    "--linux-shortcut",
                    "--linux-package-deps",
                    "libgtk-3-0 | libgtk-3-0t64", // JavaFX loads it, where no tool that looks at libraries sees it
                    "--resource-dir",
                    project.resolve("distribution/src/packages/linux").toString());
        }

        private static String icon(Path project) {
            return project.resolve("assets/src/main/resources/dev/rockpool/assets/icons/rockpool-512.png")
                    .toString();
        }
    },
    DMG("dmg", "Contents/MacOS/Rockpool", "Contents/app", "Contents/runtime/Contents/Home/bin/java", List.of()) {
        @Override
        String appName() {
            return "Rockpool";
        }

        @Override
        Path image(Path folder) {
            return folder.resolve("Rockpool.app");
        }
    },
    MSI("msi", "rockpool.exe", "app", "runtime/bin/java.exe", List.of("wix.exe")) {
        @Override
        List<String> imageOptions(Path project) {
            return List.of("--win-console"); // the command line is the same program
        }

        @Override
        List<String> packageOptions(Path project) {
            return List.of("--win-menu", "--win-shortcut", "--win-per-user-install");
        }
    };

    private final String suffix;
    private final String starter;
    private final String appFolder;
    private final String java;
    private final List<String> tools;

    PackageKind(String suffix, String starter, String appFolder, String java, List<String> tools) {
        this.suffix = suffix;
        this.starter = starter;
        this.appFolder = appFolder;
        this.java = java;
        this.tools = tools;
    }

    /// The kind of the system that this runs on.
    static PackageKind here() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? MSI : name.startsWith("mac") ? DMG : DEB;
    }

    /// The package's file name ends with it, and `jpackage` calls its kind so.
    String suffix() {
        return suffix;
    }

    String appName() {
        return "rockpool";
    }

    Path image(Path folder) {
        return folder.resolve(appName());
    }

    /// What people start, in the image.
    String starter() {
        return starter;
    }

    /// Of jars, configuration and cache, in the image.
    String appFolder() {
        return appFolder;
    }

    /// The runtime's own starter, in the image.
    String java() {
        return java;
    }

    List<String> imageOptions(Path project) {
        return List.of();
    }

    List<String> packageOptions(Path project) {
        return List.of();
    }

    /// Which programs that make the package are in no folder of `path`.
    List<String> toolsMissing(String path) {
        List<Path> folders = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .map(Path::of)
                .toList();
        return tools.stream()
                .filter(tool -> folders.stream().noneMatch(folder -> Files.isExecutable(folder.resolve(tool))))
                .toList();
    }
}
