package io.zizhi.local;

import io.zizhi.local.server.ObjectStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An S3 request, signed here with AWS signature version 4. An S3 client could change its content. */
public final class SignedRequest {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private SignedRequest() {}

    public static HttpResponse<String> send(
            ObjectStore.Endpoint store, String secretKey, String method, String key, String body) throws Exception {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String stamp = STAMP.format(Clock.systemUTC().instant());
        String day = stamp.substring(0, 8);
        String hash = hex(MessageDigest.getInstance("SHA-256").digest(content));
        String path = "/" + store.bucket() + "/" + key;
        String host = store.endpoint().getAuthority();
        String canonical = method + "\n" + path + "\n\nhost:" + host + "\nx-amz-content-sha256:" + hash
                + "\nx-amz-date:" + stamp + "\n\nhost;x-amz-content-sha256;x-amz-date\n" + hash;
        String scope = day + "/us-east-1/s3/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n"
                + hex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] signingKey = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {day, "us-east-1", "s3", "aws4_request"}) {
            signingKey = hmac(signingKey, part);
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(store.endpoint() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(content))
                .header("x-amz-date", stamp)
                .header("x-amz-content-sha256", hash)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + store.accessKey() + "/" + scope
                                + ",SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature="
                                + hex(hmac(signingKey, toSign)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
