package dev.rockpool.streamengine.kinesis;

import dev.rockpool.gateway.Exchange;
import dev.rockpool.gateway.GatewayOptions;
import dev.rockpool.gateway.HttpHandler;
import dev.rockpool.gateway.Refusal;
import dev.rockpool.gateway.RefusalWriter;
import dev.rockpool.gateway.SignedBody;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.SignatureFault;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.streamengine.StreamRefusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Answers the stream service's requests: reads the body by the model, verifies who signed, holds it against the
/// constraints, has it done, and words every refusal as the service does.
///
/// What is refused first, and in which form, follows the service (mhart/kinesalite, `test/connection.js`): a request
/// of no known content type is answered in XML, one that names no operation before its body is read, one whose body
/// cannot be read before its signature is.
public final class KinesisEndpoint implements HttpHandler, AutoCloseable {
    private static final String TARGET = "Kinesis_20131202.";
    private static final String OLD_JSON = "application/json";
    private static final int MOST_BODY_BYTES = 20 << 20;
    private static final String EXPOSED =
            "x-amzn-RequestId,x-amzn-ErrorType,x-amz-request-id,x-amz-id-2,x-amzn-ErrorMessage,Date";
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final KinesisServices services;
    private final SignedBody signatures;
    private final RequestModel model = RequestModel.load();
    private final Operations operations;

    /// The endpoint on `services`.
    public KinesisEndpoint(KinesisServices services) {
        this.services = services;
        this.signatures = new SignedBody(services.signatures(), "kinesis");
        this.operations = new Operations(services);
    }

    /// Options of a gateway that words its own refusals as this endpoint does.
    public static GatewayOptions options(int port) {
        return GatewayOptions.onPort(port).withRefusals(KinesisEndpoint::words);
    }

    private static RefusalWriter.Words words(Refusal refusal, String requestId) {
        String code = refusal.status() < 500 ? "ValidationException" : "InternalFailure";
        String body = "{\"__type\":\"" + code + "\",\"message\":\"The request was refused: " + refusal.name() + ".\"}";
        return new RefusalWriter.Words(
                List.of("Content-Type", Wire.JSON.contentType(), "x-amzn-RequestId", uuid(requestId)), body);
    }

    /// Ends subscriptions, so that a gateway that closes need not wait for them.
    @Override
    public void close() {
        operations.close();
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.set("x-amzn-RequestId", uuid(exchange.requestId()));
        boolean isPreflight = exchange.method().equals("OPTIONS");
        if (exchange.header("origin").isPresent()) {
            exchange.set("Access-Control-Allow-Origin", "*");
            if (isPreflight) {
                preflight(exchange);
                return;
            }
            exchange.set("Access-Control-Expose-Headers", EXPOSED);
        }
        exchange.set("x-amz-id-2", extendedId(exchange.requestId()));
        if (!exchange.method().equals("POST")) {
            refuseInXml(exchange);
            return;
        }
        String contentType = exchange.header("content-type")
                .map(KinesisEndpoint::withoutParameters)
                .orElse("");
        Optional<Wire> wire = Wire.of(contentType);
        if (wire.isEmpty()) {
            byte[] body = exchange.readBody(MOST_BODY_BYTES);
            if (contentType.equals(OLD_JSON)) {
                refuseInOldJson(exchange, body);
            } else {
                refuseInXml(exchange);
            }
            return;
        }
        try {
            answer(exchange, wire.get());
        } catch (KinesisError error) {
            refuse(exchange, wire.get(), error);
        } catch (StreamRefusal refusal) {
            refuse(exchange, wire.get(), KinesisError.of(refusal));
        } catch (KeyRefusal refusal) {
            refuse(exchange, wire.get(), StreamEncryption.error(refusal));
        }
    }

    private void answer(Exchange exchange, Wire wire) throws IOException {
        byte[] body = exchange.readBody(MOST_BODY_BYTES);
        Operation operation = exchange.header("x-amz-target")
                .filter(target -> target.startsWith(TARGET))
                .flatMap(target -> Operation.find(target.substring(TARGET.length())))
                .orElseThrow(() -> KinesisError.bare("UnknownOperationException"));
        Shape.Structure shape = model.request(operation);
        Caller caller;
        Fields fields;
        try {
            fields = BodyReader.read(wire, body, shape);
            caller = signer(exchange, body);
        } catch (KinesisError error) {
            if (error.sentence().isPresent() && error.code().equals("SerializationException")) {
                // readable, but not as its types are: who signs comes first
                var _ = signer(exchange, body);
            }
            throw error;
        }
        Constraints.check(shape, fields);
        Optional<Reply> reply =
                operations.perform(new KinesisRequest(services, exchange, operation, wire, caller, fields));
        if (reply.isPresent()) {
            exchange.set("Content-Type", wire.contentType());
            exchange.respond(
                    200,
                    reply.get().isEmpty()
                            ? new byte[0]
                            : Answer.bytes(
                                    wire, reply.get().likely(), reply.get().members()));
        }
    }

    private Caller signer(Exchange exchange, byte[] body) {
        Optional<KinesisError> missing = SignatureWords.missing(exchange);
        if (missing.isPresent()) {
            throw missing.get();
        }
        return switch (signatures.verify(exchange, body)) {
            case SignedBody.By(Caller caller) -> caller;
            case SignedBody.Unsigned _ ->
                throw KinesisError.of("MissingAuthenticationTokenException", "Missing Authentication Token");
            case SignedBody.Refused(SignatureFault fault) -> {
                String code = fault.code().jsonCode();
                throw KinesisError.of(code.endsWith("Exception") ? code : code + "Exception", fault.message());
            }
        };
    }

    // --- refusals

    private static void refuse(Exchange exchange, Wire wire, KinesisError error) throws IOException {
        if (exchange.begun()) {
            throw new IOException("the answer had begun when it was refused: " + error.code());
        }
        byte[] body = Answer.bytes(
                wire, 256, answer -> answer.text("__type", error.code()).text(error.sentenceName(), error.sentence()));
        exchange.set("Content-Type", wire.contentType());
        exchange.set("x-amzn-ErrorType", error.code());
        exchange.respond(error.status(), body);
    }

    private static void refuseInXml(Exchange exchange) throws IOException {
        boolean isSigned =
                exchange.header("authorization").isPresent() || exchange.query().contains("X-Amz-Algorithm");
        String code = isSigned ? "AccessDeniedException" : "MissingAuthenticationTokenException";
        String sentence = isSigned
                ? "Unable to determine service/operation name to be authorized"
                : "Missing Authentication Token";
        String body = "<" + code + ">\n  <Message>" + sentence + "</Message>\n</" + code + ">\n";
        exchange.respond(403, body.getBytes(StandardCharsets.UTF_8));
    }

    /// The protocol of long ago, which the service still hears and never does anything for.
    private void refuseInOldJson(Exchange exchange, byte[] body) throws IOException {
        boolean isReadable = body.length == 0 || isReadable(body);
        String output = isReadable
                ? "{\"__type\":\"com.amazon.coral.service#UnknownOperationException\",\"message\":null}"
                : "{\"__type\":\"com.amazon.coral.service#SerializationException\",\"Message\":null}";
        exchange.set("Content-Type", OLD_JSON);
        exchange.respond(200, ("{\"Output\":" + output + ",\"Version\":\"1.0\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isReadable(byte[] body) {
        try {
            var _ = BodyReader.read(Wire.JSON, body, new Shape.Structure(List.of()));
            return true;
        } catch (KinesisError _) {
            return false;
        }
    }

    private static void preflight(Exchange exchange) throws IOException {
        exchange.header("access-control-request-headers")
                .ifPresent(names -> exchange.set("Access-Control-Allow-Headers", names));
        exchange.header("access-control-request-method")
                .ifPresent(names -> exchange.set("Access-Control-Allow-Methods", names));
        exchange.set("Access-Control-Max-Age", "172800");
        exchange.respond(200, new byte[0]);
    }

    private static String withoutParameters(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
    }

    private static String uuid(String requestId) {
        long number = Long.parseUnsignedLong(requestId, 16);
        return new UUID(number, number * SPREAD).toString();
    }

    private static String extendedId(String requestId) {
        return Base64.getEncoder()
                .encodeToString((requestId + "rockpool-" + requestId + "-kinesis-" + requestId + "-streams")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }
}
