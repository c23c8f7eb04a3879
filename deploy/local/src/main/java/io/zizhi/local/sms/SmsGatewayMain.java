package io.zizhi.local.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Runs the gateway. Arguments: port, PKCS #12 file, file with its password, file with the secret of the signatures.
 */
public final class SmsGatewayMain {

    /** Path of the messages to a number, newest first: {@code ?phone=13800000000}. */
    public static final String INBOX = "/v1/inbox";

    /** Path of the requests of notification-service. */
    public static final String SEND = "/v1/sms";

    /** A request is about a kilobyte. */
    private static final int LARGEST_REQUEST = 65_536;

    private final SmsRequests requests;
    private final SmsInbox inbox = new SmsInbox();

    private SmsGatewayMain(byte[] secret) {
        this.requests = new SmsRequests(secret);
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        int port = Integer.parseInt(arguments[0]);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(
                Path.of(arguments[1]), Files.readString(Path.of(arguments[2])).toCharArray())));
        SmsGatewayMain gateway = new SmsGatewayMain(Files.readAllBytes(Path.of(arguments[3])));
        server.createContext(SEND, gateway::take);
        server.createContext(INBOX, gateway::show);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static SSLContext context(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            keys.load(content, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
        String text = new String(body, StandardCharsets.UTF_8);
        if (!requests.isGenuine(exchange.getRequestHeaders()::getFirst, text, Instant.now())) {
            answer(exchange, 401, "{}");
            return;
        }
        String id = SmsRequests.field(text, "messageId");
        if (text.contains("\"sms.recall\"")) {
            boolean taken = inbox.has(id);
            answer(exchange, 200, taken ? accepted("ACCEPTED", id) : "{\"status\":\"NEVER_RECEIVED\"}");
            return;
        }
        inbox.put(
                id,
                SmsRequests.field(text, "to"),
                SmsRequests.field(text, "template"),
                SmsRequests.field(text, "text"));
        answer(exchange, 200, accepted("ACCEPTED", id));
    }

    private static String accepted(String status, String id) {
        return "{\"status\":\"" + status + "\",\"providerMessageId\":\"" + id + "\"}";
    }

    private void show(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        answer(exchange, 200, "{\"items\":[" + inbox.of("+86" + query.substring(query.indexOf('=') + 1)) + "]}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
