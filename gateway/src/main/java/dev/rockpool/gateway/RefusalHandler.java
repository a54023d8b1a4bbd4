package dev.rockpool.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what the gateway refuses, in the words of the endpoint.
final class RefusalHandler implements Request.Handler {
    static final String REQUEST_ID = "dev.rockpool.gateway.requestId";
    static final String REFUSAL = "dev.rockpool.gateway.refusal";

    private final GatewayOptions options;
    private final RequestIds ids;

    RefusalHandler(GatewayOptions options) {
        this.options = options;
        // ids of requests that never reached a handler come from elsewhere in the same sequence
        this.ids = new RequestIds(~options.requestIdSeed());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Refusal refusal = refusal(request, response);
        Object known = request.getAttribute(REQUEST_ID);
        String requestId = known instanceof String text ? text : ids.next();
        RefusalWriter.Words words = options.refusals().words(refusal, requestId);
        response.setStatus(refusal.status());
        for (HttpField field : Exchange.fields(words.headers())) {
            response.getHeaders().put(field);
        }
        if (refusal != Refusal.FAILURE) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        byte[] body = words.body().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean head = "HEAD".equals(request.getMethod());
        response.write(true, head ? null : ByteBuffer.wrap(body), callback);
        return true;
    }

    private static Refusal refusal(Request request, Response response) {
        if (request.getAttribute(REFUSAL) instanceof Refusal known) {
            return known;
        }
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        Refusal byStatus = Refusal.ofStatus(response.getStatus());
        if (byStatus == Refusal.MALFORMED
                && cause instanceof HttpException bad
                && bad.getReason() != null
                && bad.getReason().contains("URI")) {
            return Refusal.MALFORMED_TARGET;
        }
        return byStatus;
    }
}
