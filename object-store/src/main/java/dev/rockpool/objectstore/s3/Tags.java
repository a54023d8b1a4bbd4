package dev.rockpool.objectstore.s3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Tags of objects and buckets, as headers and documents have them.
final class Tags {
    private static final int MOST_OF_AN_OBJECT = 10;
    private static final int MOST_OF_A_BUCKET = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private Tags() {}

    /// The tags of `x-amz-tagging`: a query.
    ///
    /// @throws S3Error `InvalidArgument` if a key stands twice, `InvalidTag`
    static SequencedMap<String, String> parseHeader(String header) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        for (String pair : header.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (tags.put(key, value) != null) {
                throw ErrorCode.InvalidArgument.error(
                        "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters"
                                + " without tag name duplicates.");
            }
        }
        check(tags, MOST_OF_AN_OBJECT, "Object tags cannot be greater than 10");
        return tags;
    }

    private static String decode(String text) {
        try {
            return Percent.decode(text, true);
        } catch (S3Error e) {
            throw ErrorCode.InvalidArgument.error(
                    "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters"
                            + " without tag name duplicates.");
        }
    }

    /// The tags of a `Tagging` document.
    ///
    /// @throws S3Error `MalformedXML`, `InvalidTag`
    static SequencedMap<String, String> parseXml(XmlElement tagging, boolean ofBucket) {
        XmlElement set = tagging.child("TagSet").orElseThrow(ErrorCode.MalformedXML::error);
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        List<XmlElement> all = set.all("Tag");
        if (all.size() > (ofBucket ? MOST_OF_A_BUCKET : MOST_OF_AN_OBJECT)) {
            throw ofBucket
                    ? ErrorCode.BadRequest.error("Bucket tag count cannot be greater than 50")
                    : ErrorCode.BadRequest.error("Object tags cannot be greater than 10")
                            .named("InvalidTag", 400);
        }
        for (XmlElement tag : all) {
            String key = tag.textOf("Key").orElseThrow(ErrorCode.MalformedXML::error);
            String value = tag.textOf("Value").orElseThrow(ErrorCode.MalformedXML::error);
            if (tags.put(key, value) != null) {
                throw ErrorCode.InvalidTag.error("Cannot provide multiple Tags with the same key")
                        .with("TagKey", key);
            }
        }
        check(tags, Integer.MAX_VALUE, "");
        return tags;
    }

    /// Letters, numbers, spaces and `+ - = . _ : / @` (user guide, *Categorizing your objects using tags*).
    private static boolean isAllowed(String text) {
        return text.codePoints()
                .allMatch(point -> Character.isLetterOrDigit(point)
                        || Character.isSpaceChar(point)
                        || (point < 0x80 && "+-=._:/@".indexOf(point) >= 0));
    }

    /// @throws S3Error `InvalidTag`
    private static void check(Map<String, String> tags, int most, String tooMany) {
        if (tags.size() > most) {
            throw ErrorCode.BadRequest.error(tooMany).named("InvalidTag", 400);
        }
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.codePointCount(0, key.length()) > LONGEST_KEY || !isAllowed(key)) {
                throw ErrorCode.InvalidTag.error("The TagKey you have provided is invalid")
                        .with("TagKey", key);
            }
            if (value.codePointCount(0, value.length()) > LONGEST_VALUE || !isAllowed(value)) {
                throw ErrorCode.InvalidTag.error("The TagValue you have provided is invalid")
                        .with("TagKey", key)
                        .with("TagValue", value);
            }
            if (key.startsWith("aws:")) {
                throw ErrorCode.InvalidTag.error("System tags cannot be added/updated by requester")
                        .with("TagKey", key);
            }
        });
    }

    /// The `Tagging` document of tags, by key.
    static XmlWriter write(Map<String, String> tags) {
        XmlWriter xml = XmlWriter.root("Tagging").open("TagSet");
        new TreeMap<>(tags)
                .forEach((key, value) -> xml.open("Tag")
                        .element("Key", key)
                        .element("Value", value)
                        .close("Tag"));
        return xml.close("TagSet").close("Tagging");
    }
}
