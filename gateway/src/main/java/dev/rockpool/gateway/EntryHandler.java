package dev.rockpool.gateway;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The first who sees a request: checks its `Host`, numbers it, and gives it to the handler it belongs to.
final class EntryHandler extends Handler.Abstract {
    private static final String CONTROL = "/_rockpool/";

    private final GatewayOptions options;
    private final HttpHandler handler;
    private final RequestIds ids;
    private final BodyBudget budget;

    EntryHandler(GatewayOptions options, HttpHandler handler, BodyBudget budget) {
        this.options = options;
        this.handler = handler;
        this.ids = new RequestIds(options.requestIdSeed());
        this.budget = budget;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = ids.next();
        request.setAttribute(RefusalHandler.REQUEST_ID, requestId);
        String authority = authority(request);
        if (!HostNames.isLocal(authority)) {
            refuse(request, response, callback, Refusal.FOREIGN_HOST);
            return true;
        }
        Exchange exchange = new Exchange(
                request, response, requestId, authority, options.limits().bodyBytes(), budget);
        if (exchange.contentLength() > options.limits().bodyBytes()) {
            refuse(request, response, callback, Refusal.BODY_TOO_LARGE);
            return true;
        }
        try {
            choose(exchange).handle(exchange);
            exchange.finish();
            callback.succeeded();
        } catch (BodyTooLargeException e) {
            refuseOrAbort(request, response, callback, Refusal.BODY_TOO_LARGE, e);
        } catch (IOException e) {
            callback.failed(e);
        } catch (RuntimeException | Error e) {
            options.failures().failed(requestId, exchange.method(), exchange.path(), e);
            refuseOrAbort(request, response, callback, Refusal.FAILURE, e);
        } finally {
            exchange.release();
        }
        return true;
    }

    private HttpHandler choose(Exchange exchange) {
        Optional<HttpHandler> control = options.control();
        if (control.isPresent() && exchange.path().startsWith(CONTROL) && HostNames.isPlain(exchange.host())) {
            return control.get();
        }
        return handler;
    }

    private static String authority(Request request) {
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2) {
            String authority = request.getHttpURI().getAuthority();
            if (authority != null) {
                return authority;
            }
        }
        String host = request.getHeaders().get(HttpHeader.HOST);
        return host == null ? "" : host;
    }

    private static void refuseOrAbort(
            Request request, Response response, Callback callback, Refusal refusal, Throwable failure) {
        if (response.isCommitted()) {
            callback.failed(failure);
        } else {
            refuse(request, response, callback, refusal);
        }
    }

    private static void refuse(Request request, Response response, Callback callback, Refusal refusal) {
        request.setAttribute(RefusalHandler.REFUSAL, refusal);
        Response.writeError(request, response, callback, refusal.status());
    }
}
