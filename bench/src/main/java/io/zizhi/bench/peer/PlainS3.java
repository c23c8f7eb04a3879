package io.zizhi.bench.peer;

import io.zizhi.local.server.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts bytes into the object store with nothing around: one signed request (AWS Signature Version 4) with the digest of
 * the bytes, which every client sends over plain HTTP and the store verifies.
 */
public final class PlainS3 {

    private static final String REGION = "us-east-1";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectStore.Endpoint store;

    public PlainS3(ObjectStore.Endpoint store) {
        this.store = store;
    }

    public void put(String key, byte[] bytes) {
        URI uri = URI.create(store.endpoint() + "/" + store.bucket() + "/" + key);
        String at = SECOND.format(Instant.now());
        String day = at.substring(0, 8);
        String payload = sha256(bytes);
        String headers = "host;x-amz-content-sha256;x-amz-date";
        String canonical = "PUT\n" + uri.getRawPath() + "\n\nhost:" + uri.getAuthority() + "\nx-amz-content-sha256:"
                + payload + "\nx-amz-date:" + at + "\n\n" + headers + "\n" + payload;
        String scope = day + "/" + REGION + "/s3/aws4_request";
        String toSign =
                "AWS4-HMAC-SHA256\n" + at + "\n" + scope + "\n" + sha256(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] signing = mac(
                mac(mac(mac(("AWS4" + store.secretKey()).getBytes(StandardCharsets.UTF_8), day), REGION), "s3"),
                "aws4_request");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("x-amz-date", at)
                .header("x-amz-content-sha256", payload)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + store.accessKey() + "/" + scope + ", SignedHeaders=" + headers
                                + ", Signature=" + HexFormat.of().formatHex(mac(signing, toSign)))
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "The object store answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
