package dev.rockpool.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsOnTheWireTest {
    private static XmlElement xml(String text) {
        return XmlElement.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(Throwable failure) {
        return failure instanceof S3Error error ? error.wireCode() : failure.toString();
    }

    @Test
    void decodesPercentsStrictly() {
        assertThat(Percent.decode("a+b%20%C3%A9%f0%9f%98%80", false)).isEqualTo("a+b é😀");
        assertThat(Percent.decode("a+b", true)).isEqualTo("a b");
        assertThat(Percent.decode("é", false)).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%FF", "%C3", "%ED%A0%80", "a%2"})
    void refusesBrokenPercents(String text) {
        assertThatThrownBy(() -> Percent.decode(text, false))
                .satisfies(e -> assertThat(code(e)).isEqualTo("InvalidURI"));
    }

    @Test
    void encodesAllButUnreservedCharactersAndSlashes() {
        assertThat(Percent.encode("a/b c+d~é\u0001&<")).isEqualTo("a/b%20c%2Bd~%C3%A9%01%26%3C");
    }

    @Test
    void readsQueries() {
        Query query = Query.parse("acl&prefix=a%2Fb&max-keys=7&empty=&&prefix=other");

        assertThat(query.has("acl")).isTrue();
        assertThat(query.value("prefix")).isEqualTo("a/b");
        assertThat(query.number("max-keys")).hasValue(7);
        assertThat(query.get("empty")).hasValue("");
        assertThat(query.nonEmpty("empty")).isEmpty();
        assertThat(query.get("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"blah", "-1", "99999999999", "1.5"})
    void refusesNumbersThatAreNone(String text) {
        Query query = Query.parse("max-keys=" + text);

        assertThatThrownBy(() -> query.number("max-keys"))
                .satisfies(e -> assertThat(code(e)).isEqualTo("InvalidArgument"));
    }

    @ParameterizedTest
    @CsvSource({
        "/, 127.0.0.1, '', ''",
        "/bucket, localhost, bucket, ''",
        "/bucket/, localhost, bucket, ''",
        "/bucket/a%2Fb//c, localhost, bucket, a/b//c",
        "/a/b, bucket.s3.localhost, bucket, a/b",
        "/, my.bucket.s3.localhost, my.bucket, ''",
        "/a, s3.localhost, a, ''",
        "/a/b, other.localhost, a, b"
    })
    void findsBucketAndKey(String path, String host, String bucket, String key) {
        Target target = Target.of(path, host, "s3.localhost");

        assertThat(target.bucket().orElse("")).isEqualTo(bucket);
        assertThat(target.key().orElse("")).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, SERVICE, '', ListBuckets",
        "PUT, BUCKET, '', CreateBucket",
        "GET, BUCKET, '', ListObjects",
        "GET, BUCKET, list-type=2&prefix=a, ListObjectsV2",
        "GET, BUCKET, versions&prefix=a, ListObjectVersions",
        "GET, BUCKET, location, GetBucketLocation",
        "POST, BUCKET, delete, DeleteObjects",
        "PUT, BUCKET, accelerate=, PutBucketAccelerateConfiguration",
        "GET, OBJECT, versionId=7&x-id=GetObject, GetObject",
        "GET, OBJECT, partNumber=1, GetObject",
        "GET, OBJECT, attributes, GetObjectAttributes",
        "PUT, OBJECT, partNumber=1&uploadId=u, UploadPart",
        "POST, OBJECT, uploads, CreateMultipartUpload",
        "POST, OBJECT, uploadId=u, CompleteMultipartUpload",
        "GET, OBJECT, uploadId=u, ListParts",
        "DELETE, OBJECT, uploadId=u, AbortMultipartUpload",
        "GET, BUCKET, X-Amz-Signature=a&X-Amz-Date=b, ListObjects",
        "GET, BUCKET, inventory&id=a, GetBucketInventoryConfiguration",
        "GET, BUCKET, cache=7, ListObjects"
    })
    void findsOperations(String method, Operation.Resource resource, String query, Operation operation) {
        assertThat(Operation.of(method, resource, Query.parse(query))).isEqualTo(operation);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, OBJECT, torrent, NotImplemented",
        "POST, OBJECT, select&select-type=2, NotImplemented",
        "PUT, BUCKET, widgets, NotImplemented",
        "PUT, BUCKET, widgets=1, NotImplemented",
        "GET, BUCKET, widgets, NotImplemented",
        "PUT, OBJECT, renameObject, NotImplemented",
        "PUT, OBJECT, encryption, NotImplemented",
        "GET, BUCKET, session, NotImplemented",
        "POST, BUCKET, metadataTable, NotImplemented",
        "DELETE, BUCKET, acl, MethodNotAllowed",
        "PUT, BUCKET, policyStatus, MethodNotAllowed",
        "PATCH, OBJECT, '', MethodNotAllowed",
        "DELETE, SERVICE, '', MethodNotAllowed"
    })
    void namesWhatItDoesNotDo(String method, Operation.Resource resource, String query, String refusal) {
        assertThatThrownBy(() -> Operation.of(method, resource, Query.parse(query)))
                .satisfies(e -> assertThat(code(e)).isEqualTo(refusal));
    }

    @Test
    void givesEachOperationItsOwnPlaceInTheTable() {
        assertThat(Operation.values())
                .allSatisfy(operation -> assertThat(operation.action()).matches("(s3:[A-Za-z]+)?"));
    }

    @Test
    void writesXmlThatHoldsEveryKey() {
        String key = "a<b>&\"'\r\n\té😀";
        XmlWriter written = XmlWriter.root("R").element("Key", key).close("R");

        assertThat(XmlElement.parse(written.bytes(), "R").textOf("Key")).hasValue(key);
        assertThat(new XmlWriter().element("K", "\u0001\uffff").toString()).endsWith("<K>&#x1;&#xffff;</K>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a>",
                "<a></b>",
                "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
                "<a>&undefined;</a>",
                "<a/><b/>"
            })
    void refusesXmlThatIsNoneOrMore(String text) {
        assertThatThrownBy(() -> xml(text)).satisfies(e -> assertThat(code(e)).isEqualTo("MalformedXML"));
    }

    @Test
    void boundsXmlInDepthAndCount() {
        assertThatThrownBy(() -> xml("<a>".repeat(40) + "</a>".repeat(40)))
                .satisfies(e -> assertThat(code(e)).isEqualTo("MalformedXML"));
        assertThatThrownBy(() -> xml("<a>" + "<b/>".repeat(70_000) + "</a>"))
                .satisfies(e -> assertThat(code(e)).isEqualTo("MalformedXML"));
    }

    @Test
    void writesAnElementAgainAsItWasRead() {
        assertThat(xml("<a x='1'><b>1 &lt; 2</b><!-- no --><c><d/></c></a>").xml())
                .isEqualTo("<a><b>1 &lt; 2</b><c><d></d></c></a>");
    }

    @Test
    void writesAndReadsTimes() {
        Instant at = Instant.parse("1994-11-06T08:49:37.042Z");

        assertThat(Times.iso(at)).isEqualTo("1994-11-06T08:49:37.042Z");
        assertThat(Times.http(at)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        Optional<Instant> second = Optional.of(Instant.parse("1994-11-06T08:49:37Z"));
        assertThat(Times.parseHttp("Sun, 06 Nov 1994 08:49:37 GMT")).isEqualTo(second);
        assertThat(Times.parseHttp("Sun Nov  6 08:49:37 1994")).isEqualTo(second);
        assertThat(Times.parseHttp("yesterday")).isEmpty();
        assertThat(Times.parseIso("2030-01-01")).hasValue(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(Times.parseIso("2030-01-01T01:00:00+01:00")).hasValue(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(Times.parseIso("soon")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "abc, true",
        "my.bucket-1, true",
        "ab, false",
        "Abc, false",
        "a_b, false",
        "192.168.5.4, false",
        "foo..bar, false",
        "foo.-bar, false",
        "foo-.bar, false",
        "foo-, false",
        ".foo, false",
        "-foo, false",
        "xn--foo, false",
        "foo-s3alias, false",
        "sthree-foo, false"
    })
    void knowsBucketNames(String name, boolean valid) {
        assertThat(Buckets.isValidName(name)).isEqualTo(valid);
        assertThat(Buckets.isValidName("a".repeat(63))).isTrue();
        assertThat(Buckets.isValidName("a".repeat(64))).isFalse();
    }

    @Test
    void readsTagsOfHeaders() {
        assertThat(Tags.parseHeader("foo=bar&bar&a%20b=%C3%A9"))
                .containsEntry("foo", "bar")
                .containsEntry("bar", "")
                .containsEntry("a b", "é");
    }

    @ParameterizedTest
    @CsvSource({
        "a=1&a=2, InvalidArgument",
        "'a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9&j=10&k=11', InvalidTag",
        "=1, InvalidTag",
        "aws:x=1, InvalidTag",
        "%zz=1, InvalidArgument"
    })
    void refusesTagsOfHeaders(String header, String refusal) {
        assertThatThrownBy(() -> Tags.parseHeader(header))
                .satisfies(e -> assertThat(code(e)).isEqualTo(refusal));
    }

    @Test
    void givesTokensThatAreNoKeys() {
        assertThat(Listings.readToken(Listings.token("a/é"))).isEqualTo("a/é");
        assertThatThrownBy(() -> Listings.readToken("a/b"))
                .satisfies(e -> assertThat(code(e)).isEqualTo("InvalidArgument"));
        assertThatThrownBy(() -> Listings.readToken("YWJj"))
                .satisfies(e -> assertThat(code(e)).isEqualTo("InvalidArgument"));
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, gzip",
        "'gzip, aws-chunked', gzip",
        "'aws-chunked,gzip', gzip",
        "aws-chunked, ''",
        "'deflate, gzip', 'deflate, gzip'"
    })
    void leavesChunkingOutOfTheEncoding(String sent, String kept) {
        assertThat(ObjectHeaders.withoutChunking(sent)).isEqualTo(kept);
    }

    @Test
    void knowsEveryRefusalOfTheEngine() {
        for (var code : dev.rockpool.objectstore.StoreRefusal.Code.values()) {
            assertThat(ErrorCode.of(code).wireName()).isEqualTo(code.wireName());
        }
    }
}
