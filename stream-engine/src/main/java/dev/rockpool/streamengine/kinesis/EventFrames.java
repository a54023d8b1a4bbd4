package dev.rockpool.streamengine.kinesis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/// Messages of an event stream (`application/vnd.amazon.eventstream`; Smithy specification, *Amazon Event Stream*):
///
/// `message = total length:4 | header length:4 | CRC-32 of these eight:4 | headers | payload | CRC-32 of all before:4`,
/// `header = name length:1 name | 7 (a text):1 | value length:2 value`; integers are big-endian.
final class EventFrames {
    private static final int PRELUDE = 12;
    private static final int CHECK = 4;
    private static final byte TEXT = 7;

    private EventFrames() {}

    /// An event.
    static byte[] event(String type, String contentType, byte[] payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(":event-type", type);
        headers.put(":content-type", contentType);
        headers.put(":message-type", "event");
        return message(headers, payload);
    }

    /// What ends a stream for a reason.
    static byte[] exception(String type, String contentType, byte[] payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(":exception-type", type);
        headers.put(":content-type", contentType);
        headers.put(":message-type", "exception");
        return message(headers, payload);
    }

    private static byte[] message(Map<String, String> headers, byte[] payload) {
        int headerBytes = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            headerBytes += 4 + header.getKey().length() + header.getValue().length();
        }
        ByteBuffer message = ByteBuffer.allocate(PRELUDE + headerBytes + payload.length + CHECK);
        message.putInt(message.capacity()).putInt(headerBytes);
        message.putInt(check(message, PRELUDE - CHECK));
        headers.forEach((name, value) -> {
            message.put((byte) name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
            message.put(TEXT).putShort((short) value.length()).put(value.getBytes(StandardCharsets.US_ASCII));
        });
        message.put(payload);
        message.putInt(check(message, message.position()));
        return message.array();
    }

    private static int check(ByteBuffer message, int bytes) {
        CRC32 check = new CRC32();
        check.update(message.slice(0, bytes));
        return (int) check.getValue();
    }
}
