package dev.rockpool.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// The floor of a store over HTTP: the JDK's server, objects in memory, the MD5 of each as its ETag; no signatures, no
/// disk, no XML.
final class StoreFloor {
    private StoreFloor() {}

    /// Serves until it is killed.
    ///
    /// @param arguments the port
    public static void main(String[] arguments) throws IOException {
        Map<String, byte[]> objects = new ConcurrentHashMap<>();
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 512);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, objects));
        server.start();
    }

    private static void answer(HttpExchange exchange, Map<String, byte[]> objects) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("PUT")) {
                objects.put(path, body);
                exchange.getResponseHeaders().set("ETag", '"' + md5(body) + '"');
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            Optional<byte[]> found = Optional.ofNullable(objects.get(path));
            if (found.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.sendResponseHeaders(200, found.get().length);
            exchange.getResponseBody().write(found.get());
        }
    }

    private static String md5(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("MD5 is part of every JDK", failure);
        }
    }
}
