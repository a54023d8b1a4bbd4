package dev.rockpool.objectstore;

import java.util.List;
import java.util.Optional;

/// A page of incomplete multipart uploads.
///
/// @param uploads in the order of their keys' bytes, the oldest of a key first
/// @param nextKey of the last entry; empty on the last page
/// @param nextUploadId of the last entry; empty if that is a common prefix
public record UploadPage(
        List<MultipartUpload> uploads,
        List<String> commonPrefixes,
        Optional<String> nextKey,
        Optional<String> nextUploadId) {
    public UploadPage {
        uploads = List.copyOf(uploads);
        commonPrefixes = List.copyOf(commonPrefixes);
    }
}
