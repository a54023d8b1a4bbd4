package dev.rockpool.simulators;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// The sentences of one lab, in the `texts.properties` beside its class (UTF-8).
///
/// `{0}`, `{1}` … stand for arguments; all else is taken as it is, quotation marks too.
public final class LabTexts {
    private final String name;
    private final Map<String, String> texts;

    private LabTexts(String name, Map<String, String> texts) {
        this.name = name;
        this.texts = texts;
    }

    /// The texts beside `lab`.
    public static LabTexts beside(Class<?> lab) {
        Properties read = new Properties();
        try (InputStream bytes = open(lab, "texts.properties");
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LabTexts(
                lab.getPackageName(),
                read.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(key -> key, read::getProperty)));
    }

    /// A whole document beside `lab`, such as `docs/MODEL.md`.
    public static String document(Class<?> lab, String file) {
        try (InputStream bytes = open(lab, file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The sentence of `key`.
    ///
    /// @param arguments already written as people read them
    /// @throws IllegalArgumentException if there is no such key
    public String get(String key, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("The texts of " + name + " lack the key " + key);
        }
        for (int at = 0; at < arguments.length; at++) {
            text = text.replace("{" + at + "}", String.valueOf(arguments[at]));
        }
        return text;
    }

    /// Whether there is a sentence of `key`.
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    private static InputStream open(Class<?> lab, String file) throws IOException {
        InputStream bytes = lab.getResourceAsStream(file);
        if (bytes == null) {
            throw new IOException("The resource " + file + " beside " + lab.getName() + " is missing");
        }
        return bytes;
    }
}
