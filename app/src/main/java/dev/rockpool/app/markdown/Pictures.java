package dev.rockpool.app.markdown;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Finds the pictures of one deck: files that lie in or below the deck's folder, bounded in bytes and in pixels.
///
/// Where a file may lie and how many bytes it may have is decided by the library that reads it; an address is refused
/// before anything is asked, and a picture is measured before it is decoded.
public final class Pictures {
    /// The largest picture that is shown, in pixels.
    public static final long LARGEST_PIXELS = 24_000_000;

    private static final Set<String> KINDS = Set.of("png", "jpeg");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private Pictures() {}

    /// What a picture's destination leads to.
    sealed interface Found {
        /// A picture of this size in pixels, small enough to be shown; its bytes can be read once.
        record Shown(InputStream bytes, int width, int height) implements Found {}

        /// Not shown, and why.
        record Refused(Reason reason) implements Found {}
    }

    /// Why a picture is not shown.
    enum Reason {
        /// It is an address; nothing is loaded from the network.
        REMOTE,
        /// The deck's folder holds no such file, or it has too many bytes.
        MISSING,
        /// It is not a PNG or JPEG file.
        KIND,
        /// Its pixels pass the bound.
        TOO_LARGE
    }

    /// Judges `destination` as a deck's author wrote it.
    ///
    /// @param read the bytes of a file of the deck's folder, or empty
    static Found find(String destination, Function<String, Optional<byte[]>> read) {
        if (SCHEME.matcher(destination).matches() || destination.startsWith("//")) {
            return new Found.Refused(Reason.REMOTE);
        }
        return read.apply(destination).map(Pictures::measure).orElseGet(() -> new Found.Refused(Reason.MISSING));
    }

    private static Found measure(byte[] bytes) {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return new Found.Refused(Reason.KIND);
            }
            ImageReader reader = readers.next();
            try {
                if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return new Found.Refused(Reason.KIND);
                }
                reader.setInput(input, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                return (long) width * height > LARGEST_PIXELS
                        ? new Found.Refused(Reason.TOO_LARGE)
                        : new Found.Shown(new ByteArrayInputStream(bytes), width, height);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            // what the readers throw at a damaged header
            return new Found.Refused(Reason.KIND);
        }
    }
}
