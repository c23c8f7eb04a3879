package io.zizhi.platform.runtime.blocking;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.zizhi.platform.http.address.TrustedProxies;
import io.zizhi.platform.sample.TallyResource;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.platform.testkit.Waits;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class RequestMemoryComponentTest {

    private static final int LARGEST = 262_144;

    /** The largest JSON bodies in a quarter of {@code zizhi.limits.request-bytes}, with their headers. */
    private static final int PLACES = 15;

    @Inject
    MeterRegistry meters;

    @Inject
    TallyResource tallies;

    private final String token = Tokens.of("applicant-a");
    private final List<Socket> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws IOException {
        for (Socket socket : opened) {
            socket.close();
        }
        Waits.await().untilAsserted(() -> assertThat(held()).isZero());
    }

    @Test
    void address_without_memory_does_not_keep_others_out() throws IOException {
        for (int request = 0; request < PLACES; request++) {
            begin("127.0.0.2", "192.0.2.1");
        }
        Waits.await().untilAsserted(() -> assertThat(held()).isGreaterThan(PLACES * LARGEST));
        assertThat(answer(begin("127.0.0.2", "192.0.2.1")))
                .startsWith("HTTP/1.1 429 ")
                .contains("TOO_MANY_REQUESTS", "Retry-After: 1");
        RestAssured.given().get("/v1/tallies/page").then().statusCode(200);
    }

    @Test
    void clients_of_a_trusted_proxy_count_by_their_own_addresses() throws IOException {
        QuarkusMock.installMockForType(new TrustedProxies(List.of("127.0.0.2")), TrustedProxies.class);
        for (int request = 0; request < PLACES; request++) {
            begin("127.0.0.2", "192.0.2.1");
        }
        Waits.await().untilAsserted(() -> assertThat(held()).isGreaterThan(PLACES * LARGEST));
        assertThat(answer(begin("127.0.0.2", "192.0.2.1"))).startsWith("HTTP/1.1 429 ");
        Socket other = begin("127.0.0.2", "192.0.2.2");
        send(other, " ".repeat(LARGEST));
        assertThat(answer(other)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void slow_json_ends_with_an_error_and_changes_nothing() throws IOException {
        int before = tallies.posted();
        Socket slow = begin("127.0.0.2", "192.0.2.1");
        String complete = "{\"name\":\"a\",\"count\":1}";
        send(slow, complete);
        assertThat(answer(slow)).startsWith("HTTP/1.1 408 ").contains("BODY_TOO_SLOW");
        assertThat(held()).isZero();
        send(slow, " ".repeat(LARGEST - complete.length()));
        send(slow, "GET /v1/tallies/page HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer(slow)).startsWith("HTTP/1.1 200 ");
        assertThat(tallies.posted()).isEqualTo(before);
    }

    private double held() {
        return meters.get("zizhi_http_request_bytes").gauge().value();
    }

    /** Begins a request with the largest JSON body, and sends nothing of the body. */
    private Socket begin(String from, String client) throws IOException {
        Socket socket = new Socket();
        opened.add(socket);
        socket.bind(new InetSocketAddress(from, 0));
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        send(
                socket,
                "POST /v1/tallies HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + LARGEST + "\r\nX-Forwarded-For: " + client + "\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n");
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** Returns the beginning of the answer, as far as one read gets it. */
    private static String answer(Socket socket) throws IOException {
        byte[] start = new byte[4_096];
        int length = socket.getInputStream().read(start);
        return length < 0 ? "" : new String(start, 0, length, US_ASCII);
    }
}
