package dev.rockpool.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsChunkedStreamTest {
    private static AwsChunkedStream stream(String body, boolean trailer) {
        return new AwsChunkedStream(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)), Optional.empty(), trailer);
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void readsChunksAndTrailer() throws IOException {
        AwsChunkedStream stream = stream(
                "5\r\nhello\r\n1;chunk-signature=abc\r\n \r\nA\r\nworld12345\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n",
                true);

        assertThat(read(stream)).isEqualTo("hello world12345");
        assertThat(stream.trailer("X-Amz-Checksum-Crc32")).hasValue("AAAAAA==");
        assertThat(stream.read()).isNegative();
    }

    @Test
    void readsWhatArrivesByteByByte() throws IOException {
        byte[] body = "3\r\nabc\r\n0\r\na: b\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        InputStream slow = new ByteArrayInputStream(body) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1));
            }
        };

        AwsChunkedStream stream = new AwsChunkedStream(slow, Optional.empty(), true);
        assertThat(read(stream)).isEqualTo("abc");
        assertThat(stream.trailer("a")).hasValue("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "5\r\nhel",
                "5\r\nhello",
                "5\r\nhelloX\r\n0\r\n\r\n",
                "zz\r\n",
                "-5\r\nhello\r\n",
                "fffffffffffffffff\r\n",
                "5\nhello\n0\n\n",
                "0\r\nx: y\r\n\r\n",
                "0\r\nno colon\r\n\r\n"
            })
    void refusesWhatIsBroken(String body) {
        assertThatThrownBy(() -> read(stream(body, false)))
                .isInstanceOfSatisfying(
                        S3Error.class, e -> assertThat(e.wireCode()).isIn("InvalidRequest", "IncompleteBody"));
    }

    @Test
    void boundsLinesAndTrailers() {
        assertThatThrownBy(() -> read(stream("1;" + "x".repeat(2000) + "\r\na\r\n0\r\n\r\n", true)))
                .isInstanceOf(S3Error.class);
        assertThatThrownBy(() -> read(stream("0\r\n" + "a:b\r\n".repeat(20) + "\r\n", true)))
                .isInstanceOf(S3Error.class);
    }

    @Test
    void neverFailsInAnotherWay() {
        Random random = new Random(7);
        for (int trial = 0; trial < 3_000; trial++) {
            byte[] body = "5\r\nhello\r\n0\r\na:b\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
            for (int change = 0; change < 3; change++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            AwsChunkedStream stream =
                    new AwsChunkedStream(new ByteArrayInputStream(body), Optional.empty(), random.nextBoolean());
            try {
                assertThat(read(stream).length()).isLessThan(body.length);
            } catch (S3Error e) {
                assertThat(e.status()).isEqualTo(400);
            } catch (IOException e) {
                throw new AssertionError("trial " + trial, e);
            }
        }
    }
}
