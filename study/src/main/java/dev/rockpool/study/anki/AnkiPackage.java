package dev.rockpool.study.anki;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The zip file of a package, opened without trust: entries are read by the names that Anki gives them and into places
/// that we choose, and never more than [PackageLimits] of them.
final class AnkiPackage implements AutoCloseable {
    private static final String LATEST_COLLECTION = "collection.anki21b";
    private static final String SECOND_COLLECTION = "collection.anki21";
    private static final String FIRST_COLLECTION = "collection.anki2";
    private static final String META = "meta";
    private static final String MEDIA = "media";
    private static final int LATEST_VERSION = 3;
    private static final int CHUNK = 64 * 1024;
    private static final int LARGEST_META = 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final ZipFile zip;
    private final PackageLimits limits;
    private final Version version;
    private long mediaBytes;

    /// The versions of packages.
    enum Version {
        LEGACY_1(FIRST_COLLECTION),
        LEGACY_2(SECOND_COLLECTION),
        LATEST(LATEST_COLLECTION);

        private final String collection;

        Version(String collection) {
            this.collection = collection;
        }
    }

    private AnkiPackage(String name, ZipFile zip, PackageLimits limits) {
        this.name = name;
        this.zip = zip;
        this.limits = limits;
        if (zip.size() > limits.entries()) {
            throw large("it holds " + zip.size() + " files; the most is " + limits.entries());
        }
        this.version = version();
    }

    /// Opens a package.
    ///
    /// @throws InputException if it is none (`anki-package`), damaged, too large or of a later version
    static AnkiPackage open(Path file, PackageLimits limits) {
        String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new InputException(
                        "anki-unreadable",
                        "The file " + Quote.of(file.toString()) + " cannot be read: check its name and rights.",
                        e);
            }
            throw none(name, e);
        }
        try {
            return new AnkiPackage(name, zip, limits);
        } catch (InputException e) {
            close(zip);
            throw e;
        }
    }

    /// How failures name it.
    String name() {
        return name;
    }

    /// Unpacks the collection into a file that does not exist yet.
    void unpackCollection(Path target) {
        try (InputStream stream = stream(entry(version.collection));
                OutputStream out = Files.newOutputStream(target)) {
            copy(
                    stream,
                    out,
                    limits.collectionBytes(),
                    entry(version.collection).getCompressedSize());
        } catch (IOException e) {
            throw unpacked(e);
        }
    }

    /// The entries of media, by the names that notes call them by.
    Map<String, String> media() {
        ZipEntry entry = zip.getEntry(MEDIA);
        if (entry == null) {
            return Map.of();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream stream = stream(entry)) {
            copy(stream, out, SqliteFile.LONGEST_VALUE, entry.getCompressedSize());
        } catch (IOException e) {
            throw unpacked(e);
        }
        Map<String, String> names = version == Version.LATEST ? protobuf(out.toByteArray()) : json(out.toByteArray());
        if (names.size() > limits.entries()) {
            throw large("it lists " + names.size() + " pictures and sounds; the most is " + limits.entries());
        }
        return names;
    }

    /// The bytes of an entry of media; empty where there is none or it is longer than `most`.
    Optional<byte[]> medium(String entryName, int most) {
        ZipEntry entry = zip.getEntry(entryName);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        try (InputStream stream = stream(entry)) {
            byte[] bytes = stream.readNBytes(most + 1);
            mediaBytes += bytes.length;
            if (mediaBytes > limits.mediaBytes()) {
                throw large("its pictures have more than " + limits.mediaBytes() / 1024 / 1024 + " MiB");
            }
            return bytes.length > most ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            throw SqliteFile.damaged(name, e);
        }
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Version version() {
        ZipEntry meta = zip.getEntry(META);
        if (meta != null) {
            long number = metaVersion(meta);
            if (number > LATEST_VERSION) {
                throw new InputException(
                        "anki-package-version",
                        "The package " + Quote.of(name) + " is of version " + number
                                + ", which this Rockpool cannot read: export it from Anki with support for older"
                                + " versions.");
            }
        }
        for (Version candidate : List.of(Version.LATEST, Version.LEGACY_2, Version.LEGACY_1)) {
            if (zip.getEntry(candidate.collection) != null) {
                return candidate;
            }
        }
        throw none(name, null);
    }

    private long metaVersion(ZipEntry meta) {
        try (InputStream stream = zip.getInputStream(meta)) {
            for (Protobuf.Field field : Protobuf.read(stream.readNBytes(LARGEST_META))) {
                if (field.number() == 1) {
                    return field.value();
                }
            }
            return 0;
        } catch (IOException | Protobuf.Malformed e) {
            throw SqliteFile.damaged(name, e);
        }
    }

    private ZipEntry entry(String entryName) {
        ZipEntry entry = zip.getEntry(entryName);
        if (entry == null) {
            throw none(name, null);
        }
        return entry;
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        InputStream stream = zip.getInputStream(entry);
        return version == Version.LATEST ? Zstandard.reading(stream) : stream;
    }

    /// A failure of what is read is the package's, one of what is written the machine's.
    private void copy(InputStream from, OutputStream to, long most, long packed) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long copied = 0;
        while (true) {
            int read;
            try {
                read = from.read(chunk);
            } catch (IOException e) {
                throw SqliteFile.damaged(name, e);
            }
            if (read < 0) {
                return;
            }
            copied += read;
            if (copied > most) {
                throw large("it unpacks to more than " + most / 1024 / 1024 + " MiB");
            }
            if (copied > PackageLimits.FREE_BYTES && copied / limits.ratio() > Math.max(1, packed)) {
                throw large("it unpacks to more than " + limits.ratio() + " times its size");
            }
            to.write(chunk, 0, read);
        }
    }

    private Map<String, String> json(byte[] bytes) {
        Map<String, String> names = new HashMap<>();
        try {
            JsonNode map = JSON.readTree(bytes);
            if (!map.isObject()) {
                throw SqliteFile.damaged(name, null);
            }
            map.properties().forEach(entry -> {
                if (entry.getValue().isString()) {
                    names.put(entry.getValue().stringValue(), entry.getKey());
                }
            });
            return names;
        } catch (JacksonException e) {
            throw SqliteFile.damaged(name, e);
        }
    }

    /// `MediaEntries { repeated MediaEntry entries = 1; }`, `MediaEntry { string name = 1; … }`; the place in the list
    /// is the name of the zip entry.
    private Map<String, String> protobuf(byte[] bytes) {
        Map<String, String> names = new HashMap<>();
        try {
            int place = 0;
            for (Protobuf.Field entry : Protobuf.read(bytes)) {
                if (entry.number() == 1) {
                    for (Protobuf.Field field : Protobuf.read(entry.bytes())) {
                        if (field.number() == 1) {
                            names.put(field.text(), Integer.toString(place));
                        }
                    }
                    place++;
                }
            }
            return names;
        } catch (Protobuf.Malformed e) {
            throw SqliteFile.damaged(name, e);
        }
    }

    private RuntimeException unpacked(IOException e) {
        if (e instanceof java.util.zip.ZipException) {
            return SqliteFile.damaged(name, e);
        }
        if (e.getClass().getPackageName().startsWith("com.github.luben")) {
            return SqliteFile.damaged(name, e);
        }
        return new EnvironmentException(
                "anki-unpack",
                "The package " + Quote.of(name) + " cannot be unpacked here: check the space for temporary files.",
                e);
    }

    private InputException large(String why) {
        return new InputException(
                "anki-package-large", "The package " + Quote.of(name) + " cannot be imported: " + why + ".");
    }

    private static InputException none(String name, @Nullable Throwable cause) {
        return new InputException(
                "anki-package",
                "The file " + Quote.of(name)
                        + " is no Anki package, or is cut off: it must be a zip file with a collection.",
                cause);
    }
}
