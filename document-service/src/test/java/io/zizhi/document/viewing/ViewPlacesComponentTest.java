package io.zizhi.document.viewing;

import static io.zizhi.platform.testkit.Waits.await;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.intake.Upload;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.ReviewServiceDouble;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.ShortDeadlines;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(StorageCable.class)
@WithTestResource(ReviewServiceDouble.class)
@WithTestResource(ShortDeadlines.class)
class ViewPlacesComponentTest {

    private static final String VIEWS =
            "select count(*) from audit_entry where action = 'document.viewed' and object_id = ?";

    @Inject
    Rows rows;

    private final byte[] bytes = SampleFiles.pngOfSize(Upload.MAX_BYTES);
    private final String id = DocumentsClient.stored("applicant-a", "ID_EMBLEM", bytes);

    @AfterEach
    void reset() {
        ReviewServiceDouble.reset();
    }

    @Test
    void who_does_not_read_holds_ones_own_places_and_no_others_until_one_leaves() throws IOException {
        try (Socket first = ask("GET")) {
            try (Socket second = ask("GET")) {
                startOf(first);
                startOf(second);
                Answer refused = content("applicant-a", "").isProblem(503, "VIEWS_BUSY");
                assertThat(refused.header("Retry-After")).isEqualTo("2");
                assertThat(rows.text(VIEWS, id)).isEqualTo("2");
                ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), id);
                assertThat(content("reviewer-a", "?reason=compare").bytes()).isEqualTo(bytes);
            }
            assertThat(content("applicant-a", "").bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void who_does_not_read_at_all_is_cut_off() throws IOException {
        try (Socket first = ask("GET");
                Socket second = ask("GET")) {
            startOf(first);
            startOf(second);
            content("applicant-a", "").isProblem(503, "VIEWS_BUSY");
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> content("applicant-a", "").status() == 200);
        }
    }

    @Test
    void a_place_is_free_again_after_every_view_that_succeeds_or_fails() {
        for (int round = 0; round < 10; round++) {
            assertThat(content("applicant-a", "").status()).isEqualTo(200);
        }
        rows.execute("update document set size = size - 1 where id = '" + id + "'");
        for (int round = 0; round < 5; round++) {
            assertThat(content("applicant-a", "").status()).isEqualTo(500);
        }
    }

    @Test
    void the_head_of_a_view_comes_without_the_bytes() throws IOException {
        try (Socket socket = ask("HEAD")) {
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
        }
    }

    private Answer content(String user, String query) {
        return DocumentsClient.get(user, "/v1/documents/" + id + "/content" + query);
    }

    /** Waits until the answer has begun, and reads no further. */
    private static void startOf(Socket socket) throws IOException {
        assertThat(new String(socket.getInputStream().readNBytes(12), ISO_8859_1))
                .isEqualTo("HTTP/1.1 200");
    }

    /** Asks with a receive buffer that is much smaller than the document. */
    private Socket ask(String method) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), DocumentsClient.port()));
        socket.getOutputStream()
                .write((method + " /v1/documents/" + id
                                + "/content HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Authorization: Bearer " + Tokens.of("applicant-a") + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
        return socket;
    }
}
