package dev.rockpool.objectstore.s3;

import dev.rockpool.gateway.BodyTooLargeException;
import dev.rockpool.gateway.Exchange;
import dev.rockpool.gateway.GatewayOptions;
import dev.rockpool.gateway.HttpHandler;
import dev.rockpool.gateway.Refusal;
import dev.rockpool.gateway.RefusalWriter;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.SignatureFault;
import dev.rockpool.identity.signature.Verification;
import dev.rockpool.objectstore.StoreRefusal;
import dev.rockpool.objectstore.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The S3 REST API on an object store: names what a request is about, verifies who sent it, asks whether
/// they may, has it done, and words every refusal as the service does.
public final class S3Endpoint implements HttpHandler {
    private static final String SERVICE = "s3";

    private final S3Services services;
    private final Operations operations;
    private final CrossOrigin crossOrigin;

    /// The endpoint on `services`.
    public S3Endpoint(S3Services services) {
        this.services = services;
        this.crossOrigin = new CrossOrigin();
        this.operations = new Operations();
    }

    /// Options of a gateway that words its own refusals as this endpoint does.
    public static GatewayOptions options(int port) {
        return GatewayOptions.onPort(port).withRefusals(S3Endpoint::words);
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        header(exchange);
        AccessLine line = new AccessLine(services, exchange);
        try {
            answer(exchange, line);
        } catch (S3Error e) {
            refuse(exchange, line, e);
        } catch (StoreRefusal e) {
            refuse(exchange, line, error(e));
        } catch (BodyTooLargeException e) {
            refuse(
                    exchange,
                    line,
                    ErrorCode.EntityTooLarge.error()
                            .with("MaxSizeAllowed", Long.toString(e.mostBytes()))
                            .header("Connection", "close"));
        }
        line.note();
    }

    private static void header(Exchange exchange) {
        String requestId = exchange.requestId();
        exchange.set("x-amz-request-id", requestId);
        exchange.set("x-amz-id-2", extendedId(requestId));
        exchange.set("Server", "Rockpool");
    }

    private static String extendedId(String requestId) {
        return Base64.getEncoder()
                .encodeToString((requestId + "rockpool-" + requestId).getBytes(StandardCharsets.ISO_8859_1));
    }

    private void answer(Exchange exchange, AccessLine line) throws IOException {
        Target target =
                Target.of(exchange.path(), exchange.host(), services.settings().virtualHosts());
        if (exchange.method().equals("OPTIONS")) {
            crossOrigin.preflight(services.store(), exchange, target);
            return;
        }
        crossOrigin.actual(services.store(), exchange, target);
        Query query = Query.parse(exchange.query());
        Operation operation = Operation.of(exchange.method(), target.resource(), query);
        line.names(operation, target);
        S3Request request = authenticated(exchange, operation, target, query);
        line.sentBy(request);
        if (target.resource() != Operation.Resource.SERVICE && operation != Operation.CreateBucket) {
            request.bucket();
        }
        if (target.key().isPresent()) {
            checkKey(target.key().get());
        }
        if (!operation.action().isEmpty() && target.bucket().isPresent()) {
            request.authorize(operation.action());
        }
        operations.perform(request);
        operation.charge().ifPresent(services.requests()::answered);
    }

    private S3Request authenticated(Exchange exchange, Operation operation, Target target, Query query) {
        return switch (services.signatures().verify(exchange.head(), SERVICE)) {
            case Verification.Anonymous anonymous ->
                new S3Request(services, exchange, operation, target, query, Caller.ANONYMOUS, Optional.empty());
            case Verification.Signed signed ->
                new S3Request(
                        services,
                        exchange,
                        operation,
                        target,
                        query,
                        signed.caller(),
                        Optional.of(new S3Request.SignedPart(
                                signed.payload(), signed.seed(), signed.presigned(), signed.signedAt())));
            case Verification.Refused refused -> {
                throw error(refused.fault());
            }
        };
    }

    private static void checkKey(String key) {
        int bytes = key.length() <= 341 ? 0 : key.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > dev.rockpool.objectstore.ObjectStore.LONGEST_KEY_BYTES) {
            throw ErrorCode.KeyTooLongError.error()
                    .with("Size", Integer.toString(bytes))
                    .with("MaxSizeAllowed", "1024");
        }
    }

    // --- refusals

    /// The error that a fault of a signature or an upload form is.
    static S3Error error(SignatureFault fault) {
        S3Error error = ErrorCode.AccessDenied.error(fault.message())
                .named(fault.code().s3Code(), fault.code().s3Status());
        fault.details().forEach(error::with);
        return error;
    }

    /// The error that a refusal of the engine is.
    static S3Error error(StoreRefusal refusal) {
        // the API reference knows one error for a part that is not there
        S3Error error = refusal.code() == StoreRefusal.Code.InvalidPartNumber
                ? ErrorCode.InvalidPart.error()
                : ErrorCode.of(refusal.code()).error(refusal.sentence());
        refusal.details().forEach(error::with);
        Optional<StoredObject> about = refusal.object();
        if (about.isPresent()) {
            StoredObject object = about.get();
            if (object.isDeleteMarker()) {
                error.header("x-amz-delete-marker", "true");
                if (object.showsVersion()) {
                    error.header("x-amz-version-id", object.versionId());
                }
                if (refusal.code() == StoreRefusal.Code.MethodNotAllowed) {
                    error.header("Last-Modified", Times.http(object.lastModified()))
                            .header("Allow", "DELETE");
                }
            } else if (refusal.code() == StoreRefusal.Code.NotModified) {
                error.header("ETag", "\"" + object.etag() + "\"")
                        .header("Last-Modified", Times.http(object.lastModified()));
                if (object.showsVersion()) {
                    error.header("x-amz-version-id", object.versionId());
                }
            }
        }
        return error;
    }

    private static void refuse(Exchange exchange, AccessLine line, S3Error error) throws IOException {
        line.refused(error.wireCode());
        if (exchange.begun()) {
            throw new IOException("the answer had begun when it was refused: " + error.wireCode());
        }
        exchange.forgetHeadersBut(CrossOrigin.HEADERS);
        header(exchange);
        for (Map.Entry<String, String> field : error.headers().entrySet()) {
            exchange.set(field.getKey(), field.getValue());
        }
        if (error.status() == 304) {
            exchange.respond(304);
            return;
        }
        if (error.status() == 405 && !error.headers().containsKey("Allow")) {
            exchange.set("Allow", "GET, HEAD, PUT, POST, DELETE");
        }
        exchange.set("Content-Type", "application/xml");
        exchange.respond(
                error.status(),
                document(error, exchange.path(), exchange.requestId()).bytes());
    }

    private static XmlWriter document(S3Error error, String resource, String requestId) {
        XmlWriter xml =
                new XmlWriter().open("Error").element("Code", error.wireCode()).element("Message", error.sentence());
        error.details().forEach(xml::element);
        if (!error.details().containsKey("Resource")) {
            xml.element("Resource", resource);
        }
        return xml.element("RequestId", requestId)
                .element("HostId", extendedId(requestId))
                .close("Error");
    }

    private static RefusalWriter.Words words(Refusal refusal, String requestId) {
        S3Error error = switch (refusal) {
            case MALFORMED -> ErrorCode.BadRequest.error("An error occurred when parsing the HTTP request.");
            case MALFORMED_TARGET, TARGET_TOO_LONG -> ErrorCode.InvalidURI.error();
            case FOREIGN_HOST ->
                ErrorCode.AccessDenied.error(
                        "The Host of the request is no name of this machine; use 127.0.0.1 or localhost.");
            case TIMEOUT -> ErrorCode.RequestTimeout.error();
            case BODY_TOO_LARGE -> ErrorCode.EntityTooLarge.error();
            case HEADERS_TOO_LARGE -> ErrorCode.RequestHeaderSectionTooLarge.error();
            case FAILURE -> ErrorCode.InternalError.error();
            case VERSION -> ErrorCode.BadRequest.error("The HTTP version specified is not supported.");
            case CLOSING -> ErrorCode.ServiceUnavailable.error();
        };
        return new RefusalWriter.Words(
                List.of(
                        "Content-Type",
                        "application/xml",
                        "x-amz-request-id",
                        requestId,
                        "x-amz-id-2",
                        extendedId(requestId)),
                document(error, "/", requestId).toString());
    }
}
