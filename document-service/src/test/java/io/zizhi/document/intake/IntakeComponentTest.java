package io.zizhi.document.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.DocumentStored;
import io.zizhi.contracts.EventType;
import io.zizhi.document.storage.objects.StorageSettings;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.e2e.hostile.HostileFile;
import io.zizhi.e2e.hostile.HostileFiles;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.platform.testkit.VirtualTicker;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class IntakeComponentTest {

    @Inject
    Rows rows;

    @Inject
    MinioClient objectStore;

    @Inject
    StorageSettings settings;

    @Inject
    VirtualTicker ticker;

    @AfterEach
    void mend() {
        StorageCable.mend();
    }

    @Test
    void describes_an_uploaded_document_that_awaits_its_scan() {
        byte[] bytes = SampleFiles.png();
        Answer answer = DocumentsClient.upload("applicant-a", "BUSINESS_LICENSE", "image/png", bytes);
        assertThat(answer.status()).isEqualTo(201);
        JsonObject document = answer.json();
        assertThat(answer.header("Location")).endsWith("/v1/documents/" + document.getString("documentId"));
        assertThat(document.getString("documentId")).matches("[0-9a-f]{32}");
        assertThat(document.getString("kind")).isEqualTo("BUSINESS_LICENSE");
        assertThat(document.getString("contentType")).isEqualTo("image/png");
        assertThat(document.getInteger("size")).isEqualTo(SampleFiles.asStored(bytes).length);
        assertThat(document.getString("uploadedSha256")).isEqualTo(sha256(bytes));
        assertThat(document.getString("sha256")).isEqualTo(sha256(SampleFiles.asStored(bytes)));
        assertThat(document.getBoolean("colour")).isTrue();
        assertThat(document.getString("status")).isEqualTo("PENDING_SCAN");
        assertThat(document.getInstant("storedAt")).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(DocumentsClient.get("applicant-a", "/v1/documents/" + document.getString("documentId"))
                        .json())
                .isEqualTo(document);
    }

    @Test
    void encrypts_the_stored_object() throws Exception {
        byte[] bytes = SampleFiles.pdf();
        String id = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", bytes);
        String key = rows.text("select object_key from document where id = ?", id);
        try (InputStream in = objectStore.getObject(
                GetObjectArgs.builder().bucket(settings.bucket()).object(key).build())) {
            byte[] stored = in.readAllBytes();
            assertThat(stored.length).isGreaterThan(bytes.length);
            assertThat(new String(stored, ISO_8859_1)).doesNotContain("PDF").doesNotContain("endobj");
        }
    }

    @Test
    void publishes_the_stored_document() {
        String id = DocumentsClient.stored("applicant-a", "ID_PORTRAIT", SampleFiles.jpeg());
        DocumentStored event = (DocumentStored) EventBus.await(EventType.DOCUMENT_STORED, id);
        assertThat(event.accountId()).isEqualTo("company-a");
        assertThat(event.kind()).isEqualTo("ID_PORTRAIT");
        assertThat(event.contentType()).isEqualTo("image/jpeg");
        assertThat(event.size()).isEqualTo(SampleFiles.asStored(SampleFiles.jpeg()).length);
    }

    @Test
    void returns_document_of_exactly_five_mebibytes_unchanged() {
        byte[] bytes = SampleFiles.pdfOfSize(Upload.MAX_BYTES);
        String id = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", bytes);
        assertThat(DocumentsClient.get("applicant-a", "/v1/documents/" + id + "/content")
                        .bytes())
                .isEqualTo(bytes);
    }

    @Test
    void refuses_one_byte_more_declared_or_not() {
        byte[] bytes = SampleFiles.pngOfSize(Upload.MAX_BYTES + 1);
        DocumentsClient.upload("applicant-a", "ID_EMBLEM", "image/png", bytes).isProblem(413, "DOCUMENT_TOO_LARGE");
        DocumentsClient.uploadInChunks("applicant-a", "ID_EMBLEM", "image/png", bytes)
                .isProblem(413, "DOCUMENT_TOO_LARGE");
    }

    @Test
    void refuses_an_excessive_declared_length_before_the_body() throws IOException {
        for (String length : new String[] {"5242881", "1073741824", "9999999999999"}) {
            String answer = talk("Content-Length: " + length, new byte[0], 0);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
            assertThat(answer).contains("DOCUMENT_TOO_LARGE");
        }
    }

    @Test
    void refuses_an_endless_body_soon_after_the_limit() throws IOException {
        byte[] chunk = new byte[65_536];
        byte[] framed = (Integer.toHexString(chunk.length) + "\r\n" + new String(chunk, ISO_8859_1) + "\r\n")
                .getBytes(ISO_8859_1);
        String answer = talk("Transfer-Encoding: chunked", framed, 1_000);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("DOCUMENT_TOO_LARGE");
    }

    @Test
    void refusals_leave_connection_and_memory_usable() {
        for (int round = 0; round < 10; round++) {
            DocumentsClient.upload("applicant-a", "ID_EMBLEM", "text/html", "<p>".getBytes(UTF_8))
                    .isProblem(415, "FORMAT_NOT_ACCEPTED");
            DocumentsClient.upload("applicant-a", "ID_EMBLEM", null, "<p>".getBytes(UTF_8))
                    .isProblem(415, "FORMAT_UNKNOWN");
        }
        DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.gif());
    }

    @Test
    void bad_uploads_are_refused_with_a_code() {
        byte[] png = SampleFiles.png();
        DocumentsClient.upload("applicant-a", "SELFIE", "image/png", png).isProblem(400, "KIND_UNKNOWN");
        DocumentsClient.upload("applicant-a", "", "image/png", png).isProblem(400, "FIELD_REQUIRED");
        DocumentsClient.upload("applicant-a", "ID_EMBLEM", "image/png", new byte[0])
                .isProblem(400, "DOCUMENT_EMPTY");
        DocumentsClient.uploadInChunks("applicant-a", "ID_EMBLEM", null, new byte[0])
                .isProblem(400, "DOCUMENT_EMPTY");
        DocumentsClient.upload("applicant-a", "ID_EMBLEM", "image/jpeg", png).isProblem(400, "CONTENT_TYPE_MISMATCH");
        DocumentsClient.upload("applicant-a", "ID_EMBLEM", null, SampleFiles.pdf())
                .isProblem(415, "FORMAT_NOT_ACCEPTED");
        DocumentsClient.upload("applicant-a", "ID_EMBLEM", "image/png", SampleFiles.pngClaiming(60_000, 60_000))
                .isProblem(400, "IMAGE_TOO_LARGE");
        DocumentsClient.upload("applicant-a", "BUSINESS_LICENSE", "image/png", SampleFiles.image("png", 1, 1))
                .isProblem(400, "IMAGE_TOO_SMALL");
        DocumentsClient.upload("applicant-a", "ID_EMBLEM", "image/png", Arrays.copyOf(png, png.length - 5))
                .isProblem(400, "IMAGE_TRUNCATED");
        DocumentsClient.upload("applicant-a", "ID_EMBLEM", "no-media-type", png).isProblem(400, "BAD_REQUEST");
        DocumentsClient.upload("reviewer-a", "ID_EMBLEM", "image/png", png).isProblem(403, "FORBIDDEN");
    }

    @Test
    void inspects_the_objects_of_a_pdf_in_its_process() {
        HostileFile file = hostile("pdf-attachment-without-type");
        DocumentsClient.upload("applicant-a", file.kind(), "application/pdf", file.bytes())
                .isProblem(file.status(), file.code());
        assertThat(DocumentsClient.stored("applicant-a", file.kind(), SampleFiles.pdf()))
                .isNotEmpty();
    }

    @Test
    void stores_pictures_upright_and_without_metadata() throws IOException {
        HostileFile turned = hostile("jpeg-turned");
        Answer answer = DocumentsClient.upload("applicant-a", turned.kind(), "image/jpeg", turned.bytes());
        assertThat(answer.status()).isEqualTo(201);
        byte[] stored = DocumentsClient.get(
                        "applicant-a", "/v1/documents/" + answer.json().getString("documentId") + "/content")
                .bytes();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(stored));
        assertThat(picture.getWidth()).isEqualTo(800);
        assertThat(picture.getHeight()).isEqualTo(1_200);
        assertThat(new String(stored, ISO_8859_1)).doesNotContain("Exif").doesNotContain("GPS");
    }

    @Test
    void answers_a_large_unauthorised_body() {
        byte[] bytes = SampleFiles.pngOfSize(Upload.MAX_BYTES);
        DocumentsClient.upload("reviewer-a", "ID_EMBLEM", "image/png", bytes).isProblem(403, "FORBIDDEN");
        DocumentsClient.upload("applicant-a", "SELFIE", "image/png", bytes).isProblem(400, "KIND_UNKNOWN");
    }

    @Test
    void answers_503_and_stores_nothing_without_the_object_store() {
        String before = rows.text("select count(*) from document where account_id = ?", "company-b");
        StorageCable.cut();
        Answer answer = DocumentsClient.upload("applicant-b", "ID_EMBLEM", "image/png", SampleFiles.png())
                .isProblem(503, "STORAGE_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(rows.text("select count(*) from document where account_id = ?", "company-b"))
                .isEqualTo(before);
        StorageCable.mend();
        DocumentsClient.stored("applicant-b", "ID_EMBLEM", SampleFiles.png());
    }

    @Test
    void times_out_when_the_object_store_does_not_answer() {
        StorageCable.silence();
        DocumentsClient.upload("applicant-a", "ID_EMBLEM", "image/png", SampleFiles.png())
                .isProblem(503, "STORAGE_UNAVAILABLE");
    }

    @Test
    void cuts_off_a_silent_sender() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), DocumentsClient.port())) {
            socket.getOutputStream().write(head("Content-Length: 5242881"));
            InputStream in = socket.getInputStream();
            assertThat(ticker.advanceUntilDone(() -> text(in))).contains("DOCUMENT_TOO_LARGE");
        }
    }

    /** Reads until the service ends the connection. */
    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HostileFile hostile(String name) {
        return HostileFiles.all().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sends raw HTTP, to read an answer that arrives before the request is complete. */
    private static String talk(String framing, byte[] piece, int pieces) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), DocumentsClient.port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(head(framing));
            out.flush();
            InputStream in = socket.getInputStream();
            for (int sent = 0; sent < pieces && in.available() == 0; sent++) {
                out.write(piece);
            }
            byte[] answer = new byte[4_096];
            int length = in.read(answer);
            return new String(answer, 0, Math.max(length, 0), UTF_8);
        }
    }

    private static byte[] head(String framing) {
        return ("POST /v1/documents?kind=ID_EMBLEM HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + Tokens.of("applicant-a") + "\r\nContent-Type: image/png\r\n" + framing + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }
}
