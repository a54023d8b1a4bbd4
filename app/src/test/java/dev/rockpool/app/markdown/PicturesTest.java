package dev.rockpool.app.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static Optional<byte[]> notAsked(String reference) {
        throw new AssertionError("asked for " + reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/a.png", "http://a/b.png", "file:///etc/passwd", "//host/a.png", "data:x"})
    void anAddressIsRefusedBeforeAnythingIsRead(String destination) {
        assertThat(Pictures.find(destination, PicturesTest::notAsked))
                .isEqualTo(new Pictures.Found.Refused(Pictures.Reason.REMOTE));
    }

    @Test
    void aPictureIsMeasuredNotDecoded() throws IOException {
        byte[] picture = png(40, 30);
        assertThat(Pictures.find("tide.png", _ -> Optional.of(picture)))
                .isInstanceOfSatisfying(Pictures.Found.Shown.class, shown -> {
                    assertThat(shown.width()).isEqualTo(40);
                    assertThat(shown.height()).isEqualTo(30);
                });
    }

    @Test
    void aPictureOfTooManyPixelsIsRefused() throws IOException {
        byte[] bomb = png(1, 1);
        bomb[18] = 0x7f; // width and height stand in the header chunk from byte 16
        bomb[22] = 0x7f;
        assertThat(Pictures.find("bomb.png", _ -> Optional.of(bomb))).isInstanceOf(Pictures.Found.Refused.class);
    }

    @Test
    void whatIsMissingOrNoPictureIsRefused() {
        assertThat(Pictures.find("tide.png", _ -> Optional.empty()))
                .isEqualTo(new Pictures.Found.Refused(Pictures.Reason.MISSING));
        assertThat(Pictures.find(
                        "tide.png", _ -> Optional.of("<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isEqualTo(new Pictures.Found.Refused(Pictures.Reason.KIND));
    }

    static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
