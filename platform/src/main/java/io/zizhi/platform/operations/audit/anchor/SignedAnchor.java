package io.zizhi.platform.operations.audit.anchor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An anchor with its signature. As one line of text, it is the anchor in JSON, a tab and the signature in Base64. The
 * signature covers the bytes of the JSON as they are stored.
 *
 * @param anchor the content
 * @param json the signed text
 * @param signature Ed25519, in Base64
 */
public record SignedAnchor(Anchor anchor, String json, String signature) {

    /** The previous hash of the first anchor. */
    public static final String FIRST = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SignedAnchor sign(Anchor anchor, AnchorKey key) {
        try {
            String json = JSON.writeValueAsString(anchor);
            return new SignedAnchor(anchor, json, key.sign(json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the anchor in a line; empty if the line is damaged, for example by a crash while it was written. */
    public static Optional<SignedAnchor> parse(String line) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            return Optional.empty();
        }
        try {
            String json = line.substring(0, tab);
            return Optional.ofNullable(JSON.readValue(json, Anchor.class))
                    .map(anchor -> new SignedAnchor(anchor, json, line.substring(tab + 1)));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    public String line() {
        return json + '\t' + signature;
    }

    /** Returns the hash by which the next anchor names this one: 64 hexadecimal digits. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
