package dev.rockpool.app.claim;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Addresses of sources: which may be opened, and how they are written short.
final class SourceAddress {
    /// The most characters of a short address.
    private static final int LONGEST = 56;

    private SourceAddress() {}

    /// The address that `location` is, if a browser may be asked to open it.
    static Optional<URI> of(String location) {
        try {
            URI address = new URI(location);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// Host and last part: `docs.aws.amazon.com › key-concepts`.
    static String shorten(URI address) {
        String host = address.getHost().replaceFirst("^www\\.", "");
        String path = address.getPath() == null ? "" : address.getPath().replaceFirst("/+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.(html?|md)$", "");
        String shortened = last.isEmpty() ? host : host + " › " + last;
        return shortened.length() <= LONGEST ? shortened : shortened.substring(0, LONGEST - 1) + "…";
    }
}
