package dev.rockpool.objectstore;

/// Something that is due; whether it still is, and what exactly, is found out when the time comes.
///
/// @param millis when, of the epoch
/// @param bucket the bucket's number
/// @param name of the key it is about, as it stands in the index
/// @param seq of the version or upload it is about, 0 for the key as a whole
@SuppressWarnings("ArrayRecordComponent") // never compared
record Due(long millis, Kind kind, long bucket, byte[] name, long seq) {
    /// What it is about, in the order in which it is done at one moment.
    enum Kind {
        /// The rules of a bucket are others: all its keys are looked at.
        BUCKET(0),
        /// The copy of a restored version goes.
        RESTORE_EXPIRY(1),
        /// A restore is done.
        RESTORE_READY(2),
        /// A lifecycle rule may act on a key.
        KEY(3),
        /// An upload is aborted.
        UPLOAD(4),
        /// Intelligent-Tiering moves a version.
        TIER(5),
        /// A report is written.
        REPORT(6);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }

        static Kind of(byte code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("Nothing due has the code " + code);
        }
    }
}
