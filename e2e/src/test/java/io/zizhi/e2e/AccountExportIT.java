package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.metrics.MetricsPage;
import io.zizhi.local.demo.DemoAccounts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An account and an operator export more than the heap of document-service could hold. */
@Tag("long")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AccountExportIT {

    /** 42 files of nearly 5 MiB: more than 200 MB. */
    private static final int FILES = 42;

    private static final int SIZE = 5_200_000;

    /** The services of a suite on one machine have 160 MB. */
    private static final double MOST_HEAP = 200e6;

    private final Addresses addresses = RunningSuite.addresses();
    private final Api applicant = Login.as("agency", addresses);

    @Test
    void exports_200_megabytes_in_a_small_heap() throws Exception {
        Map<String, String> digests = new HashMap<>();
        for (int file = 0; file < FILES; file++) {
            byte[] pdf = pdf(file);
            String id = applicant
                    .upload(uri("/v1/documents?kind=MORE_MATERIAL"), "application/pdf", pdf)
                    .expect(201)
                    .path("documentId")
                    .asText();
            digests.put("documents/MORE_MATERIAL-" + id + ".pdf", sha256(pdf));
        }

        Unpacked own = export(request("agency", "/v1/documents/export").GET());
        ObjectNode question = Api.JSON
                .createObjectNode()
                .put("accountId", DemoAccounts.AGENCY.id())
                .put("reason", "Request 17");
        Unpacked byOperator = export(request("operator", "/v1/operations/account-exports")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString())));

        for (Unpacked export : new Unpacked[] {own, byOperator}) {
            assertThat(export.bytes()).isGreaterThan(200_000_000);
            assertThat(export.digests()).containsAllEntriesOf(digests);
            assertThat(export.manifest().path("documents").asInt()).isGreaterThanOrEqualTo(FILES);
            for (JsonNode part : export.manifest().path("parts")) {
                assertThat(export.digests())
                        .containsEntry(
                                part.path("path").asText(), part.path("sha256").asText());
            }
        }
        assertThat(maxHeap()).isLessThan(MOST_HEAP);
        assertThat(applicant.get(uri("/v1/documents?limit=1")).status()).isEqualTo(200);
    }

    /** A valid file whose bytes do not compress: a page and a stream that nothing shows. */
    private static byte[] pdf(int seed) {
        byte[] noise = new byte[SIZE];
        new Random(seed).nextBytes(noise);
        ByteArrayOutputStream file = new ByteArrayOutputStream(SIZE + 1000);
        StringBuilder offsets = new StringBuilder("0000000000 65535 f \n");
        file.writeBytes(ascii("%PDF-1.4\n"));
        for (String object : new String[] {
            "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
            "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
            "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n"
        }) {
            offsets.append("%010d 00000 n \n".formatted(file.size()));
            file.writeBytes(ascii(object));
        }
        offsets.append("%010d 00000 n \n".formatted(file.size()));
        file.writeBytes(ascii("4 0 obj\n<< /Length " + SIZE + " >>\nstream\n"));
        file.writeBytes(noise);
        file.writeBytes(ascii("\nendstream\nendobj\n"));
        int start = file.size();
        file.writeBytes(ascii(
                "xref\n0 5\n" + offsets + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n"));
        return file.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Unpacked export(HttpRequest.Builder request) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                assertThat(response.statusCode()).isEqualTo(200);
                return unpack(body);
            }
        }
    }

    private static Unpacked unpack(InputStream body) throws Exception {
        Map<String, String> digests = new HashMap<>();
        JsonNode manifest = Api.JSON.missingNode();
        long bytes = 0;
        try (ZipInputStream zip = new ZipInputStream(body)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                bytes += content.length;
                digests.put(entry.getName(), sha256(content));
                if (entry.getName().equals("manifest.json")) {
                    manifest = Api.JSON.readTree(content);
                }
            }
        }
        return new Unpacked(digests, manifest, bytes);
    }

    private record Unpacked(Map<String, String> digests, JsonNode manifest, long bytes) {}

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + Login.token(user, addresses));
    }

    private URI uri(String path) {
        return URI.create(addresses.document() + path);
    }

    /** Returns the maximum of the heap of document-service, by its own metrics. */
    private static double maxHeap() {
        return MetricsPage.of("document-service")
                .text()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_max_bytes{") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
