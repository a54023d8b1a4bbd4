package dev.rockpool.content;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a link or picture in a deck points.
sealed interface Reference {
    Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /// A page on the web or a mail address; it is shown, and opened only by the learner.
    record Web(String address) implements Reference {}

    /// A section by its id.
    record Anchor(String id) implements Reference {}

    /// A file, by its path from the deck's folder, with `/` between names and without `..`.
    record Local(String path) implements Reference {}

    /// What no deck may refer to: an absolute path, one that leaves the folder, another scheme.
    record Outside(String text) implements Reference {}

    static Reference of(String text) {
        if (text.startsWith("#")) {
            return new Anchor(text.substring(1));
        }
        if (text.startsWith("https://") || text.startsWith("http://") || text.startsWith("mailto:")) {
            return new Web(text);
        }
        if (SCHEME.matcher(text).matches() || text.startsWith("/") || text.startsWith("\\")) {
            return new Outside(text);
        }
        int end = text.length();
        for (char mark : new char[] {'#', '?'}) {
            int at = text.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return decoded(text.substring(0, end))
                .flatMap(Reference::normalised)
                .<Reference>map(Local::new)
                .orElseGet(() -> new Outside(text));
    }

    private static Optional<String> decoded(String path) {
        if (path.indexOf('%') < 0) {
            return Optional.of(path);
        }
        try {
            return Optional.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> normalised(String path) {
        if (path.isBlank()
                || path.indexOf('\\') >= 0
                || path.indexOf('\0') >= 0
                || SCHEME.matcher(path).matches()) {
            return Optional.empty();
        }
        try {
            Path relative = Path.of(path).normalize();
            if (relative.isAbsolute()
                    || relative.startsWith("..")
                    || relative.toString().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(relative.toString().replace('\\', '/'));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// What a local reference finds.
    enum Found {
        /// A file below the folder.
        FILE,
        /// Nothing.
        NOTHING,
        /// A file elsewhere, behind a symbolic link.
        OUTSIDE
    }

    /// Looks for the file of `local` below `folder`.
    static Found find(Path folder, Local local) {
        try {
            Path file = folder.resolve(local.path());
            if (!Files.isRegularFile(file)) {
                return Found.NOTHING;
            }
            return file.toRealPath().startsWith(folder.toRealPath()) ? Found.FILE : Found.OUTSIDE;
        } catch (IOException | InvalidPathException _) {
            return Found.NOTHING;
        }
    }
}
