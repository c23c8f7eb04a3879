package io.zizhi.e2e.scene;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A receiver of webhooks that echoes challenges and accepts everything. It runs until the tests end. */
final class EchoingReceiver {

    private static final int ACCEPTED = 200;

    private final HttpServer server;

    EchoingReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", EchoingReceiver::echo);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String challenge = new ObjectMapper()
                .readTree(exchange.getRequestBody())
                .at("/data/challenge")
                .asText();
        byte[] answer = challenge.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(ACCEPTED, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
