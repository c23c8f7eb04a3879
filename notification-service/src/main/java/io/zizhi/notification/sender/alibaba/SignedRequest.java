package io.zizhi.notification.sender.alibaba;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signed call of an operation. As in the official SDKs, all parameters are in the query and the body is empty. See
 * "V3 request syntax and signature method" in the documentation of Alibaba Cloud.
 *
 * @param url with the parameters; contains the phone number, so it must not be logged
 * @param headers with the signature
 */
record SignedRequest(URI url, Map<String, String> headers) {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final String VERSION = "2017-05-25";

    /**
     * Signs a call.
     *
     * @param action name of the operation
     * @param nonce different for each request
     * @param now within 15 minutes of the cloud's clock
     */
    static SignedRequest of(
            URI endpoint, AccessKey key, String action, Map<String, String> parameters, String nonce, Instant now) {
        String query = canonicalQuery(parameters);
        TreeMap<String, String> signed = new TreeMap<>(Map.of(
                "host",
                endpoint.getRawAuthority(),
                "x-acs-action",
                action,
                "x-acs-content-sha256",
                sha256(""),
                "x-acs-date",
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce",
                nonce,
                "x-acs-version",
                VERSION));
        String names = String.join(";", signed.keySet());
        String lines = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join("\n", "POST", "/", query, lines, names, signed.get("x-acs-content-sha256"));
        String signature = hmac(key.secret(), ALGORITHM + "\n" + sha256(canonical));
        Map<String, String> headers = new TreeMap<>(signed);
        headers.put("accept", "application/json");
        headers.put(
                "authorization",
                ALGORITHM + " Credential=" + key.id() + ",SignedHeaders=" + names + ",Signature=" + signature);
        return new SignedRequest(URI.create(endpoint + "/?" + query), headers);
    }

    private static String canonicalQuery(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** Encodes all but the unreserved characters of RFC 3986. */
    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    /** Omits the URL and the headers. */
    @Override
    public String toString() {
        return "SignedRequest[" + headers.get("x-acs-action") + "]";
    }
}
