package dev.rockpool.objectstore.s3;

import java.util.Optional;

/// Which bucket and key a request names, by path or by host.
///
/// @param virtualHosted whether the host names the bucket
record Target(Optional<String> bucket, Optional<String> key, boolean virtualHosted) {
    /// The target of a raw path asked of a host.
    ///
    /// @param suffix the domain of virtual hosts
    static Target of(String rawPath, String host, String suffix) {
        String path = Percent.decode(rawPath, false);
        int cut = host.length() - suffix.length() - 1;
        if (cut > 0 && host.endsWith(suffix) && host.charAt(cut) == '.') {
            return new Target(Optional.of(host.substring(0, cut)), nonEmpty(path.substring(1)), true);
        }
        if (path.length() <= 1) {
            return new Target(Optional.empty(), Optional.empty(), false);
        }
        int slash = path.indexOf('/', 1);
        if (slash < 0) {
            return new Target(Optional.of(path.substring(1)), Optional.empty(), false);
        }
        return new Target(Optional.of(path.substring(1, slash)), nonEmpty(path.substring(slash + 1)), false);
    }

    private static Optional<String> nonEmpty(String key) {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    Operation.Resource resource() {
        if (key.isPresent()) {
            return Operation.Resource.OBJECT;
        }
        return bucket.isPresent() ? Operation.Resource.BUCKET : Operation.Resource.SERVICE;
    }
}
