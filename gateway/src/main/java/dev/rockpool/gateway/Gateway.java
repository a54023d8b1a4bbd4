package dev.rockpool.gateway;

import dev.rockpool.kernel.EnvironmentException;
import java.net.BindException;
import java.net.URI;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// An HTTP server on one loopback port: HTTP/1.1, and HTTP/2 by prior knowledge, on the same port (over TLS
/// HTTP/1.1 only), a virtual thread a request.
///
/// What it refuses by itself is in [Refusal]; what a request may weigh in [GatewayLimits].
public final class Gateway implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final boolean tls;
    private final HeadDeadline deadline;

    private Gateway(Server server, ServerConnector connector, boolean tls, HeadDeadline deadline) {
        this.server = server;
        this.connector = connector;
        this.tls = tls;
        this.deadline = deadline;
    }

    /// Binds and begins to answer.
    ///
    /// @throws EnvironmentException `gateway-port` if the port is taken, `gateway-tls` if the key store
    ///     cannot be used
    public static Gateway open(GatewayOptions options, HttpHandler handler) {
        GatewayLimits limits = options.limits();
        QueuedThreadPool threads = new QueuedThreadPool(16, 4);
        threads.setName("gateway");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
        Server server = new Server(threads);
        HttpConfiguration http = configuration(limits);
        ConnectionFactory http1 = new Http1Connections(http);
        ServerConnector connector = options.tls()
                .map(tls -> new ServerConnector(
                        server, 1, 1, new SslConnectionFactory(keys(tls), http1.getProtocol()), http1))
                .orElseGet(() -> new ServerConnector(server, 1, 1, http1, http2(http, limits)));
        connector.setHost("127.0.0.1");
        connector.setPort(options.port());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setAcceptQueueSize(512);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        HeadDeadline deadline = new HeadDeadline(limits.head(), server.getScheduler());
        connector.addBean(deadline);
        server.setErrorHandler(new RefusalHandler(options));
        server.setHandler(new GracefulHandler(new EntryHandler(options, handler, BodyBudget.ofThisProcess())));
        server.setStopTimeout(limits.closing().toMillis());
        start(server, options);
        return new Gateway(server, connector, options.tls().isPresent(), deadline);
    }

    /// Where it answers, such as `http://127.0.0.1:9700`.
    public URI address() {
        return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + port());
    }

    /// The port it is bound to.
    public int port() {
        return connector.getLocalPort();
    }

    /// Takes no more requests, lets those that run go on for as long as [GatewayLimits#closing] says, then
    /// ends.
    @Override
    public void close() {
        deadline.close();
        stop(server);
    }

    private static HttpConfiguration configuration(GatewayLimits limits) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(limits.headBytes());
        http.setMaxResponseHeaderSize(64 * 1024);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        // a body arrives in few large reads; a connection without a request gives its buffer back
        http.setInputBufferSize(64 * 1024);
        http.setOutputBufferSize(64 * 1024);
        // signatures cover fields as they were sent, so that none may be replaced by a cached equal one
        http.setHeaderCacheCaseSensitive(true);
        http.setHttpCompliance(
                HttpCompliance.RFC9110.with("as sent", HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME));
        // keys of objects may hold anything that a URI can say: `//`, `..`, `%2F`, `;`
        http.setUriCompliance(UriCompliance.UNSAFE.without(
                "keys",
                UriCompliance.Violation.USER_INFO,
                UriCompliance.Violation.FRAGMENT,
                UriCompliance.Violation.BAD_PERCENT_ENCODING,
                UriCompliance.Violation.UTF16_ENCODINGS));
        http.setMaxUnconsumedRequestContentReads(16);
        return http;
    }

    private static HTTP2CServerConnectionFactory http2(HttpConfiguration http, GatewayLimits limits) {
        HTTP2CServerConnectionFactory factory = new HTTP2CServerConnectionFactory(http);
        factory.setMaxConcurrentStreams(limits.streams());
        factory.setInitialStreamRecvWindow(512 * 1024);
        factory.setInitialSessionRecvWindow(2 * 1024 * 1024);
        factory.setStreamIdleTimeout(limits.idle().toMillis());
        return factory;
    }

    private static SslContextFactory.Server keys(Tls tls) {
        SslContextFactory.Server keys = new SslContextFactory.Server();
        try {
            keys.setKeyStorePath(tls.keyStore().toUri().toString());
        } catch (IllegalArgumentException e) {
            throw new EnvironmentException("gateway-tls", "The key store " + tls.keyStore() + " cannot be read", e);
        }
        keys.setKeyStorePassword(tls.password());
        keys.setSniRequired(false);
        return keys;
    }

    private static void start(Server server, GatewayOptions options) {
        if (options.tls().isPresent()) {
            for (ConnectionFactory factory : server.getConnectors()[0].getConnectionFactories()) {
                if (factory instanceof HttpConnectionFactory http) {
                    http.getHttpConfiguration().addCustomizer(new SecureRequestCustomizer(false));
                }
            }
        }
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw refused(options, e);
        }
    }

    private static EnvironmentException refused(GatewayOptions options, Exception failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof BindException) {
                return new EnvironmentException(
                        "gateway-port",
                        "Port " + options.port() + " of 127.0.0.1 is taken; name another, or 0 for any free one",
                        failure);
            }
            cause = cause.getCause();
        }
        if (options.tls().isPresent()) {
            return new EnvironmentException(
                    "gateway-tls",
                    "The key store " + options.tls().get().keyStore() + " cannot be used: " + failure.getMessage(),
                    failure);
        }
        return new EnvironmentException("gateway-port", "No server could be started: " + failure.getMessage(), failure);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            // requests that ran longer than the closing time were cut off; there is nobody left to tell
        }
    }
}
