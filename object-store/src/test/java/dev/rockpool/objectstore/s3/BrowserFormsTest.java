package dev.rockpool.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserFormsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String EXPIRATION = "\"expiration\":\"2026-11-26T13:00:00Z\"";

    private static FormPolicy policy(String json) {
        return FormPolicy.parse(Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{\"conditions\":[]}",
                "{" + EXPIRATION + "}",
                "{" + EXPIRATION + ",\"CONDITIONS\":[]}",
                "{\"expiration\":\"2026-11-26 13:00:00\",\"conditions\":[]}",
                "{" + EXPIRATION + ",\"conditions\":[{}]}",
                "{" + EXPIRATION + ",\"conditions\":[[\"content-length-range\",0]]}",
                "{" + EXPIRATION + ",\"conditions\":[[\"content-length-range\",-1,0]]}",
                "{" + EXPIRATION + ",\"conditions\":[[\"like\",\"$key\",\"a\"]]}",
                "{" + EXPIRATION + ",\"conditions\":[[\"eq\",\"key\",\"a\"]]}",
                "{" + EXPIRATION + ",\"conditions\":[{\"key\":7}]}"
            })
    void refusesPoliciesThatAreNone(String json) {
        assertThatThrownBy(() -> policy(json))
                .isInstanceOfSatisfying(
                        S3Error.class, e -> assertThat(e.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @CsvSource({
        "acl, private, true",
        "acl, public-read, false",
        "key, foo.txt, true",
        "key, bar.txt, false",
        "content-type, text/plain, true",
        "content-type, 'text/plain,image/png', false",
        "x-ignore-me, yes, true",
        "x-amz-meta-foo, bar, false"
    })
    void holdsFieldsAgainstAPolicy(String name, String value, boolean holds) {
        FormPolicy policy = policy("{" + EXPIRATION + ",\"conditions\":[{\"aCl\":\"private\"},"
                + "[\"Starts-With\",\"$KEY\",\"foo\"],[\"starts-with\",\"$Content-Type\",\"text/\"]]}");
        Map<String, String> fields =
                new HashMap<>(Map.of("acl", "private", "key", "foo", "content-type", "text/html", "policy", "x"));
        fields.put(name, value);

        if (holds) {
            policy.check(fields, NOW);
        } else {
            assertThatThrownBy(() -> policy.check(fields, NOW))
                    .isInstanceOfSatisfying(
                            S3Error.class, e -> assertThat(e.status()).isEqualTo(403));
        }
    }

    @Test
    void endsWithItsTimeAndBoundsTheFile() {
        FormPolicy policy = policy("{" + EXPIRATION + ",\"conditions\":[[\"content-length-range\",\"2\",4]]}");

        policy.check(Map.of(), NOW);
        assertThatThrownBy(() -> policy.check(Map.of(), NOW.plusSeconds(3601))).hasMessageContaining("Policy expired");
        policy.checkAtLeast(2);
        policy.checkAtMost(4);
        assertThatThrownBy(() -> policy.checkAtLeast(1))
                .isInstanceOfSatisfying(
                        S3Error.class, e -> assertThat(e.wireCode()).isEqualTo("EntityTooSmall"));
        assertThatThrownBy(() -> policy.checkAtMost(5))
                .isInstanceOfSatisfying(
                        S3Error.class, e -> assertThat(e.wireCode()).isEqualTo("EntityTooLarge"));
    }
}
