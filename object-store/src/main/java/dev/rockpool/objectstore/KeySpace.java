package dev.rockpool.objectstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The keys of the index.
///
/// Numbers big-endian; `name` is an object key in UTF-8 in which 0 is written 0 255, so that `end` = 0 1 sorts a name
/// before all that begin with it.
///
/// ```
/// 0                                        where the index stands; 1: how much of each volume is live
/// 'B' bucket name                          a bucket
/// 'C' bucket:8 kind:1 id                   a configuration of a bucket
/// 'D' millis:8 kind:1 bucket:8 name end seq:8    something due
/// 'F' body:8                               a body file that counts
/// 'M' bucket:8 name                        a current version that is a delete marker
/// 'O' bucket:8 name                        a current version that is an object
/// 'P' upload:8 number:4                    a part of an upload
/// 'S' seq:8                                the parts of an object
/// 'U' bucket:8 name end upload:8           an upload
/// 'V' bucket:8 name end ~seq:8             a noncurrent version; the newest first
/// ```
final class KeySpace {
    static final byte[] STANDING = {0};
    static final byte[] LIVE = {1};
    static final byte BUCKET = 'B';
    static final byte CONFIGURATION = 'C';
    static final byte DUE = 'D';
    static final byte BODY = 'F';
    static final byte MARKER = 'M';
    static final byte OBJECT = 'O';
    static final byte PART = 'P';
    static final byte PARTS = 'S';
    static final byte UPLOAD = 'U';
    static final byte VERSION = 'V';
    /// Bytes before a name in the keys of objects, markers, versions and uploads.
    static final int NAME_AT = 9;
    /// Bytes after a name: end and number.
    static final int TAIL = 10;

    private static final int DUE_KIND_AT = 9;
    private static final int DUE_BUCKET_AT = 10;
    static final int DUE_NAME_AT = 18;

    private KeySpace() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// An object key as it stands in index keys.
    static byte[] name(String key) {
        byte[] plain = utf8(key);
        int zeros = 0;
        for (byte octet : plain) {
            zeros += octet == 0 ? 1 : 0;
        }
        if (zeros == 0) {
            return plain;
        }
        byte[] escaped = new byte[plain.length + zeros];
        int at = 0;
        for (byte octet : plain) {
            escaped[at++] = octet;
            if (octet == 0) {
                escaped[at++] = (byte) 0xff;
            }
        }
        return escaped;
    }

    /// The object key of a name at `from` up to `to`.
    static String key(byte[] bytes, int from, int to) {
        boolean zeros = false;
        for (int at = from; at < to; at++) {
            zeros |= bytes[at] == 0;
        }
        if (!zeros) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        byte[] plain = new byte[to - from];
        int count = 0;
        for (int at = from; at < to; at++) {
            plain[count++] = bytes[at];
            if (bytes[at] == 0) {
                at++;
            }
        }
        return new String(plain, 0, count, StandardCharsets.UTF_8);
    }

    static byte[] bucket(String name) {
        byte[] utf8 = utf8(name);
        return ByteBuffer.allocate(1 + utf8.length).put(BUCKET).put(utf8).array();
    }

    static byte[] configuration(long bucket, int kind, String id) {
        byte[] utf8 = utf8(id);
        return ByteBuffer.allocate(10 + utf8.length)
                .put(CONFIGURATION)
                .putLong(bucket)
                .put((byte) kind)
                .put(utf8)
                .array();
    }

    static byte[] number(byte space, long number) {
        return ByteBuffer.allocate(9).put(space).putLong(number).array();
    }

    /// The key of the current version of a name, object or marker.
    static byte[] current(byte space, long bucket, byte[] name) {
        byte[] key = new byte[NAME_AT + name.length];
        ByteBuffer.wrap(key).put(space).putLong(bucket).put(name);
        return key;
    }

    static byte[] version(long bucket, byte[] name, long seq) {
        return numbered(VERSION, bucket, name, ~seq);
    }

    static byte[] upload(long bucket, byte[] name, long upload) {
        return numbered(UPLOAD, bucket, name, upload);
    }

    /// Before all versions, or uploads, of a name.
    static byte[] beforeNumbers(byte space, long bucket, byte[] name) {
        byte[] key = new byte[NAME_AT + name.length + 2];
        ByteBuffer.wrap(key).put(space).putLong(bucket).put(name).put((byte) 0).put((byte) 1);
        return key;
    }

    private static byte[] numbered(byte space, long bucket, byte[] name, long number) {
        byte[] key = new byte[NAME_AT + name.length + TAIL];
        ByteBuffer.wrap(key)
                .put(space)
                .putLong(bucket)
                .put(name)
                .put((byte) 0)
                .put((byte) 1)
                .putLong(number);
        return key;
    }

    static byte[] part(long upload, int number) {
        return ByteBuffer.allocate(13).put(PART).putLong(upload).putInt(number).array();
    }

    static byte[] due(long millis, Due.Kind kind, long bucket, byte[] name, long seq) {
        byte[] key = new byte[DUE_NAME_AT + name.length + TAIL];
        ByteBuffer.wrap(key)
                .put(DUE)
                .putLong(millis)
                .put(kind.code())
                .putLong(bucket)
                .put(name)
                .put((byte) 0)
                .put((byte) 1)
                .putLong(seq);
        return key;
    }

    static Due due(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key);
        return new Due(
                buffer.getLong(1),
                Due.Kind.of(buffer.get(DUE_KIND_AT)),
                buffer.getLong(DUE_BUCKET_AT),
                Arrays.copyOfRange(key, DUE_NAME_AT, key.length - TAIL),
                buffer.getLong(key.length - Long.BYTES));
    }

    static long dueMillis(byte[] key) {
        return ByteBuffer.wrap(key).getLong(1);
    }

    static long bucketOf(byte[] key) {
        return ByteBuffer.wrap(key).getLong(1);
    }

    static long lastNumber(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    /// The name in the key of a current version.
    static byte[] nameOfCurrent(byte[] key) {
        return Arrays.copyOfRange(key, NAME_AT, key.length);
    }

    /// The name in the key of a version or upload.
    static byte[] nameOfNumbered(byte[] key) {
        return Arrays.copyOfRange(key, NAME_AT, key.length - TAIL);
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /// The first key after all that begin with `prefix`; a prefix of nothing but 255 has none and answers the highest
    /// key that is used.
    static byte[] after(byte[] prefix) {
        for (int at = prefix.length - 1; at >= 0; at--) {
            if (prefix[at] != (byte) 0xff) {
                byte[] next = Arrays.copyOf(prefix, at + 1);
                next[at]++;
                return next;
            }
        }
        return new byte[] {(byte) 0xff};
    }
}
