package io.zizhi.platform.operations.audit.anchor;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that signs a service's anchors, and the public keys that verify them: its own and those of former keys. */
public final class AnchorKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int LENGTH = 32;

    /** What precedes the 32 bytes of a public key in its X.509 form (RFC 8410). */
    private static final String X509 = "302a300506032b6570032100";

    private static final String DIGEST = "HmacSHA256";

    private final PrivateKey signing;
    private final SecretKeySpec proving;
    private final List<PublicKey> verifying = new ArrayList<>();

    /**
     * @param key 32 bytes in Base64
     * @param formerKeys public keys, each 32 bytes in Base64
     */
    AnchorKey(String key, List<String> formerKeys) {
        try {
            byte[] seed = bytes("zizhi.audit.anchors.key", key);
            signing = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            verifying.add(publicKey(Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey()));
            proving = new SecretKeySpec(sign("audit-chain").getBytes(StandardCharsets.US_ASCII), DIGEST);
            for (String former : formerKeys) {
                verifying.add(publicKey(bytes("zizhi.audit.anchors.former-keys", former)));
            }
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The key in zizhi.audit.anchors.key cannot be used", unusable);
        }
    }

    /** Returns the signature of a text, in Base64. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns whether one of the keys has signed the anchor. */
    public boolean hasSigned(SignedAnchor anchor) {
        return hasSigned(anchor.json(), anchor.signature());
    }

    /** Returns whether one of the keys has signed the text. */
    public boolean hasSigned(String text, String signed) {
        return verifying.stream().anyMatch(key -> verifies(key, text, signed));
    }

    /**
     * Returns the proof that this service has anchored a chain: 64 hexadecimal digits. Only this service can compute
     * it, and it shows it only in findings about that chain.
     */
    public String proofOfChain(String service, String chain) {
        try {
            Mac digest = Mac.getInstance(DIGEST);
            digest.init(proving);
            // service names contain no space, so the text is unambiguous
            return HexFormat.of().formatHex(digest.doFinal((service + ' ' + chain).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean verifies(PublicKey key, String text, String signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        byte[] encoded = HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(key));
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] bytes(String setting, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(setting + " must be 32 bytes in Base64.", notBase64);
        }
        if (bytes.length != LENGTH) {
            throw new IllegalStateException(setting + " must be 32 bytes in Base64, and has " + bytes.length + ".");
        }
        return bytes;
    }
}
