package io.zizhi.notification.sender.alibaba;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies {@code ACS3-HMAC-SHA256} as the server does, from the documentation of the signature and not from our code:
 * it decodes the parameters, encodes them again, and checks exactly the headers that the client names.
 */
final class AcsVerifier {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})");
    private static final List<String> REQUIRED = List.of(
            "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version");

    private final String keyId;
    private final String secret;

    AcsVerifier(String keyId, String secret) {
        this.keyId = keyId;
        this.secret = secret;
    }

    /** Returns the error code of the cloud; null if the signature is right. */
    @Nullable
    String problem(ReceivedRequest request) {
        Matcher authorization = AUTHORIZATION.matcher(request.headers().getOrDefault("authorization", ""));
        if (!authorization.matches()) {
            return "IncompleteSignature";
        }
        if (!authorization.group(1).equals(keyId)) {
            return "InvalidAccessKeyId.NotFound";
        }
        List<String> signed = Arrays.asList(authorization.group(2).split(";", -1));
        boolean complete = signed.containsAll(REQUIRED)
                && request.headers().keySet().stream()
                        .filter(name -> name.startsWith("x-acs-"))
                        .allMatch(signed::contains);
        return complete && authorization.group(3).equals(signature(request, signed)) ? null : "SignatureDoesNotMatch";
    }

    private @Nullable String signature(ReceivedRequest request, List<String> signed) {
        String hash = hex(sha256(request.body().getBytes(UTF_8)));
        if (!hash.equals(request.headers().get("x-acs-content-sha256"))) {
            return null;
        }
        StringBuilder canonical = new StringBuilder(request.method())
                .append('\n')
                .append(request.path())
                .append('\n');
        try {
            canonical.append(canonicalQuery(request.query())).append('\n');
        } catch (IllegalArgumentException badEncoding) {
            return null;
        }
        for (String name : signed) {
            canonical
                    .append(name)
                    .append(':')
                    .append(request.headers().getOrDefault(name, "").strip())
                    .append('\n');
        }
        canonical.append('\n').append(String.join(";", signed)).append('\n').append(hash);
        return hex(hmac("ACS3-HMAC-SHA256\n" + hex(sha256(canonical.toString().getBytes(UTF_8)))));
    }

    /** Returns the decoded parameters. */
    static SortedMap<String, String> parameters(String query) {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.put(
                    URLDecoder.decode(name, UTF_8),
                    URLDecoder.decode(equals < 0 ? "" : pair.substring(equals + 1), UTF_8));
        }
        return parameters;
    }

    private static String canonicalQuery(String query) {
        return parameters(query).entrySet().stream()
                .map(parameter -> percent(parameter.getKey()) + "=" + percent(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String percent(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(UTF_8)) {
            char character = (char) (one & 0xFF);
            boolean unreserved =
                    character < 0x80 && (Character.isLetterOrDigit(character) || "-_.~".indexOf(character) >= 0);
            encoded.append(unreserved ? String.valueOf(character) : "%%%02X".formatted(one & 0xFF));
        }
        return encoded.toString();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns the parameters of a request. */
    static Map<String, String> parameters(ReceivedRequest request) {
        return parameters(request.query());
    }
}
