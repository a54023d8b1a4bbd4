package dev.rockpool.simulators.encryption;

/// One step of a reader's path.
///
/// @param place where it happens
/// @param layer which layer it is about, 0 the outermost; -1 for none
/// @param opens whether that layer is open from here on
/// @param stops whether the path ends here
/// @param kms whether KMS is called
/// @param key names the sentence: `ask.customer`; stable
/// @param sentence for people
public record ReadStep(Place place, int layer, boolean opens, boolean stops, boolean kms, String key, String sentence) {
    /// Where a step happens.
    public enum Place {
        /// With who wants to read.
        READER,
        /// At the endpoint of S3.
        S3,
        /// In the key service.
        KMS,
        /// Where the bytes lie.
        MEDIA
    }
}
