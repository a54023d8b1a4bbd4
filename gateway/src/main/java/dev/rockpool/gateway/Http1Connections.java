package dev.rockpool.gateway;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/// Connections that pass over an `Expect` other than `100-continue`, as the services do, where the toolkit
/// would answer 417 (RFC 9110, section 10.1.1, leaves the choice).
final class Http1Connections extends HttpConnectionFactory {
    Http1Connections(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new LenientConnection(getHttpConfiguration(), connector, endPoint);
        return configure(connection, connector, endPoint);
    }

    private static final class LenientConnection extends HttpConnection {
        LenientConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
        }

        @Override
        protected RequestHandler newRequestHandler() {
            return new RequestHandler() {
                @Override
                public void parsedHeader(HttpField field) {
                    boolean unknown = field.getHeader() == HttpHeader.EXPECT
                            && !"100-continue".equalsIgnoreCase(String.valueOf(field.getValue()));
                    // without its constant the toolkit keeps the field and acts on nothing
                    super.parsedHeader(
                            unknown ? new HttpField((HttpHeader) null, field.getName(), field.getValue()) : field);
                }
            };
        }
    }
}
