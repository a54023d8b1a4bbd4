package dev.rockpool.app.store;

import dev.rockpool.objectstore.CompleteRequest;
import dev.rockpool.objectstore.CompletedPart;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.PartRequest;
import dev.rockpool.objectstore.Requester;
import dev.rockpool.objectstore.StoredPart;
import dev.rockpool.objectstore.UploadRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stores an object in parts, as a client does with one above 5 GiB. What fails, or is cancelled, leaves no part
/// behind.
final class PartedUpload {
    private final ObjectStore store;
    private final Requester requester;
    private final String bucket;
    private final String key;

    PartedUpload(ObjectStore store, Requester requester, String bucket, String key) {
        this.store = store;
        this.requester = requester;
        this.bucket = bucket;
        this.key = key;
    }

    /// Stores `size` bytes.
    ///
    /// @param partBytes of each part but the last
    /// @throws IOException if the bytes cannot be read
    void put(NewObject object, InputStream bytes, long size, long partBytes) throws IOException {
        String upload = store.createMultipartUpload(
                        bucket, key, new UploadRequest(requester, object, Optional.empty(), Optional.empty()))
                .uploadId();
        boolean complete = false;
        try {
            List<CompletedPart> parts = new ArrayList<>();
            for (long from = 0; from < size; from += partBytes) {
                int number = parts.size() + 1;
                StoredPart part = store.uploadPart(
                                bucket, key, PartRequest.by(requester, upload, number), new Part(bytes, partBytes))
                        .part();
                parts.add(new CompletedPart(number, part.etag(), part.checksum()));
            }
            store.completeMultipartUpload(bucket, key, CompleteRequest.by(requester, upload, parts));
            complete = true;
        } finally {
            if (!complete) {
                store.abortMultipartUpload(bucket, key, upload);
            }
        }
    }

    /// The next bytes of a stream, as many as a part has.
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream in, long bytes) {
            super(in);
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = left == 0 ? -1 : super.read();
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                return -1;
            }
            int read = super.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
