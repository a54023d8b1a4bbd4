package dev.rockpool.keys.kms;

import dev.rockpool.gateway.Exchange;
import dev.rockpool.gateway.HttpHandler;
import dev.rockpool.gateway.Refusal;
import dev.rockpool.gateway.RefusalWriter;
import dev.rockpool.gateway.SignedBody;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.identity.signature.SignatureFault;
import dev.rockpool.identity.signature.SignatureVerifier;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.keys.KeyService;
import dev.rockpool.keys.KeyUse;
import dev.rockpool.keys.sts.StsEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers the key service's requests, and those of the token service on the same port.
///
/// A request with `X-Amz-Target: TrentService.OPERATION` is the key service's; any other is left to [StsEndpoint].
public final class KmsEndpoint implements HttpHandler {
    private static final String TARGET = "TrentService.";
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final int MOST_BODY_BYTES = 256 * 1024;

    private final JsonMapper json = JsonMapper.builder().build();
    private final KmsOperations operations;
    private final SignedBody signatures;
    private final StsEndpoint tokens;

    /// @param wall wall time, for signatures and sessions, whatever the platform's clock says
    public KmsEndpoint(KeyService keys, Accounts accounts, InstantSource wall, SecureRandom random) {
        operations = new KmsOperations(json, keys, random);
        SignatureVerifier verifier = new SignatureVerifier(accounts, wall);
        signatures = new SignedBody(verifier, "kms");
        tokens = new StsEndpoint(accounts, new SignedBody(verifier, "sts"));
    }

    /// What the gateway refuses, worded as this endpoint words its refusals.
    public static RefusalWriter.Words words(Refusal refusal, String requestId) {
        String body = "{\"__type\":\"" + (refusal.status() < 500 ? "ValidationException" : "KMSInternalException")
                + "\",\"message\":\"The request was refused: " + refusal.name() + ".\"}";
        return new RefusalWriter.Words(List.of("Content-Type", CONTENT_TYPE, "x-amzn-RequestId", requestId), body);
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        byte[] body = exchange.readBody(MOST_BODY_BYTES);
        Optional<String> target = exchange.header("x-amz-target").filter(name -> name.startsWith(TARGET));
        if (target.isEmpty()) {
            tokens.handle(exchange, body);
            return;
        }
        exchange.set("x-amzn-RequestId", exchange.requestId()).set("Content-Type", CONTENT_TYPE);
        switch (signatures.verify(exchange, body)) {
            case SignedBody.By(Caller caller) ->
                answer(exchange, target.get().substring(TARGET.length()), caller, body);
            case SignedBody.Unsigned _ ->
                refuse(exchange, "MissingAuthenticationTokenException", "Missing Authentication Token");
            case SignedBody.Refused(SignatureFault fault) ->
                refuse(exchange, fault.code().jsonCode(), fault.message());
        }
    }

    private void answer(Exchange exchange, String operation, Caller caller, byte[] body) throws IOException {
        JsonNode request;
        try {
            request = body.length == 0 ? json.createObjectNode() : json.readTree(body);
        } catch (JacksonException _) {
            refuse(exchange, "SerializationException", "The body is not JSON");
            return;
        }
        if (!request.isObject()) {
            refuse(exchange, "SerializationException", "The body is not a JSON object");
            return;
        }
        try {
            JsonFields fields = new JsonFields(request);
            KeyUse use = new KeyUse(caller, context(exchange, fields));
            Optional<ObjectNode> answer = operations.answer(operation, use, fields);
            exchange.respond(200, answer.map(json::writeValueAsBytes).orElseGet(() -> new byte[0]));
        } catch (KeyRefusal refusal) {
            refuse(exchange, refusal.code().apiName(), refusal.sentence());
        }
    }

    /// What policies can ask about the request itself; its tags too (KMS developer guide, *ABAC for KMS*).
    private static RequestContext context(Exchange exchange, JsonFields fields) {
        RequestContext.Builder context = RequestContext.builder()
                .put("aws:SourceIp", exchange.remoteAddress())
                .put("aws:SecureTransport", Boolean.toString(exchange.secure()));
        exchange.header("user-agent").ifPresent(agent -> context.put("aws:UserAgent", agent));
        exchange.header("x-rockpool-vpce").ifPresent(endpoint -> context.put("aws:SourceVpce", endpoint));
        Map<String, String> tags = fields.tags("Tags");
        tags.forEach((key, value) -> context.put("aws:RequestTag/" + key, value));
        List<String> tagKeys = new ArrayList<>(tags.keySet());
        tagKeys.addAll(fields.list("TagKeys", KmsOperations.MOST_TAGS));
        if (!tagKeys.isEmpty()) {
            context.put("aws:TagKeys", tagKeys);
        }
        return context.build();
    }

    private void refuse(Exchange exchange, String code, String sentence) throws IOException {
        ObjectNode error = json.createObjectNode().put("__type", code).put("message", sentence);
        exchange.set("x-amzn-ErrorType", code);
        exchange.respond(400, json.writeValueAsString(error).getBytes(StandardCharsets.UTF_8));
    }
}
