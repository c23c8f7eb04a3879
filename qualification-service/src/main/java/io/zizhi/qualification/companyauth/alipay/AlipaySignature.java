package io.zizhi.qualification.companyauth.alipay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Alipay's RSA2 signatures: SHA-256 with RSA, Base64. No I/O. */
final class AlipaySignature {

    private static final String ALGORITHM = "SHA256withRSA";

    private final PrivateKey own;
    private final PublicKey ofAlipay;

    private AlipaySignature(PrivateKey own, PublicKey ofAlipay) {
        this.own = own;
        this.ofAlipay = ofAlipay;
    }

    /**
     * Reads the keys, each as Base64 or PEM.
     *
     * @param own private key of the application (PKCS #8)
     * @param ofAlipay public key of Alipay, as shown in its console; not the application's public key
     */
    static AlipaySignature of(String own, String ofAlipay) {
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            return new AlipaySignature(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(own))),
                    keys.generatePublic(new X509EncodedKeySpec(decoded(ofAlipay))));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            // The cause could contain key material.
            throw new IllegalStateException("Cannot read the keys for Alipay: the application's private key must be"
                    + " PKCS #8 and Alipay's public key X.509, each as Base64 or PEM");
        }
    }

    /** Returns whether the application's own public key was given in place of Alipay's. */
    boolean isOwnPair() {
        return own instanceof RSAKey ours
                && ofAlipay instanceof RSAKey theirs
                && ours.getModulus().equals(theirs.getModulus());
    }

    private static byte[] decoded(String key) {
        return Base64.getDecoder()
                .decode(key.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }

    /** Returns the text to sign for a request: all non-empty parameters, sorted by name. */
    static String contentOf(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
    }

    String sign(String content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Cannot sign the request to Alipay", failure);
        }
    }

    /** Returns whether {@code sign} is Alipay's signature of exactly this text. */
    boolean isOf(String content, String sign) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(ofAlipay);
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
