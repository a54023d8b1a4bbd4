package dev.rockpool.study.anki;

import dev.rockpool.content.Library;
import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes the pictures that notes show out of a package, into a folder where they wait. Each is named by its content, so
/// that nothing is ever written over.
final class IncomingPictures {
    private static final Set<String> SHOWN = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    private static final int HASH_BYTES = 4;

    private final Optional<AnkiPackage> source;
    private final Map<String, String> media;
    private final Path waiting;
    private final Losses losses;
    private final Map<String, Optional<String>> names = new HashMap<>();
    private final Map<String, Path> taken = new LinkedHashMap<>();

    /// @param source the package; a text file has none
    /// @param waiting an empty folder
    IncomingPictures(Optional<AnkiPackage> source, Path waiting, Losses losses) {
        this.source = source;
        this.media = source.map(AnkiPackage::media).orElse(Map.of());
        this.waiting = waiting;
        this.losses = losses;
    }

    /// How a deck refers to the picture that a card calls `address`; empty where it is left out, which is counted.
    Optional<String> reference(String address) {
        return names.computeIfAbsent(address, this::take).map(name -> GeneratedDecks.MEDIA + "/" + name);
    }

    /// The pictures taken so far, by name.
    Map<String, Path> taken() {
        return taken;
    }

    private Optional<String> take(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("//") || lower.matches("(?s)[a-z][a-z0-9+.-]*:.*")) {
            losses.add(lower.startsWith("data:") ? Loss.PICTURE_FORM : Loss.PICTURE_REMOTE);
            return Optional.empty();
        }
        String entry = media.getOrDefault(address, media.get(decoded(address)));
        if (entry == null || source.isEmpty()) {
            losses.add(Loss.PICTURE_MISSING);
            return Optional.empty();
        }
        String ending = MediaName.ending(address);
        Optional<byte[]> bytes =
                SHOWN.contains(ending) ? source.get().medium(entry, Library.LARGEST_IMAGE) : Optional.empty();
        if (bytes.isEmpty() || !isPicture(bytes.get())) {
            losses.add(Loss.PICTURE_FORM);
            return Optional.empty();
        }
        return Optional.of(keep(address, ending, bytes.get()));
    }

    private String keep(String address, String ending, byte[] bytes) {
        String stem = MediaName.of(decoded(address));
        int dot = stem.lastIndexOf('.');
        String name = (dot > 0 ? stem.substring(0, dot) : stem) + "-"
                + HexFormat.of().formatHex(OutgoingNotes.sha1(bytes), 0, HASH_BYTES) + "." + ending;
        Path file = waiting.resolve("picture-" + taken.size());
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "anki-unpack",
                    "The package's pictures cannot be unpacked here: check the space for temporary files.",
                    e);
        }
        taken.put(name, file);
        return name;
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    /// By the first bytes of PNG, JPEG, GIF and BMP.
    private static boolean isPicture(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        return start.equals("\u0089PNG")
                || start.startsWith("\u00ff\u00d8\u00ff")
                || start.startsWith("GIF8")
                || start.startsWith("BM");
    }
}
