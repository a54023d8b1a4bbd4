package dev.rockpool.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserFormsTest {
    private static FormReader form(String body) throws IOException {
        return FormReader.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "multipart/form-data; boundary=\"B\"");
    }

    private static String field(String name, String value) {
        return "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void readsFieldsAndFile() throws IOException {
        FormReader form = form(field("Key", "a/${filename}") + field("acl", "private")
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\x\\y.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\ncontent\r\n--Bx\r\n\r\nmore\r\n--B--\r\n");

        assertThat(form.fields()).containsEntry("key", "a/${filename}").containsEntry("acl", "private");
        assertThat(form.fileName()).isEqualTo("y.txt");
        assertThat(new String(form.file().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("content");
    }

    @Test
    void keepsWhatOnlyLooksLikeADelimiter() throws IOException {
        FormReader form = form(
                "--B\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\na\r\n-\r\r\n--A\r\n\r\nb\r\n--B--\r\n");

        assertThat(new String(form.file().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("a\r\n-\r\r\n--A\r\n\r\nb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no form",
                "--X\r\n",
                "--B\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nvalue without an end",
                "--B\r\nContent-Disposition"
            })
    void refusesFormsThatAreNone(String body) {
        assertThatThrownBy(() -> form(body))
                .isInstanceOfSatisfying(
                        S3Error.class, e -> assertThat(e.wireCode()).isEqualTo("MalformedPOSTRequest"));
    }

    @Test
    void boundsFields() {
        assertThatThrownBy(() -> form(field("key", "x".repeat(30_000))))
                .isInstanceOfSatisfying(
                        S3Error.class, e -> assertThat(e.wireCode()).isEqualTo("MaxPostPreDataLengthExceededError"));
    }

    @Test
    void knowsThatAFormHasNoFile() throws IOException {
        assertThat(form(field("key", "a") + "--B--\r\n").hasFile()).isFalse();
    }
}
