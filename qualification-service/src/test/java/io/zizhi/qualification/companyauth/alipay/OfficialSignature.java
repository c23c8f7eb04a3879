package io.zizhi.qualification.companyauth.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Both sides' keys, used by the signature code of Alipay's own SDK for Java. */
final class OfficialSignature {

    private static final String UTF_8 = "utf-8";
    private static final String RSA2 = "RSA2";

    /** Generated once, because two pairs take seconds. */
    private static final KeyPair APPLICATION = keys();

    private static final KeyPair ALIPAY = keys();

    /** Signatures by content: the same key gives the same content the same signature, and takes milliseconds for it. */
    private final Map<String, String> signatures = new ConcurrentHashMap<>();

    /** The application's private key (应用私钥): PKCS #8, Base64. */
    String applicationPrivateKey() {
        return base64(APPLICATION.getPrivate().getEncoded());
    }

    /** The application's public key (应用公钥): X.509, Base64. */
    String applicationPublicKey() {
        return base64(APPLICATION.getPublic().getEncoded());
    }

    /** Alipay's public key (支付宝公钥): X.509, Base64. */
    String alipayPublicKey() {
        return base64(ALIPAY.getPublic().getEncoded());
    }

    /** Returns whether the application signed these parameters. {@code charset} and {@code sign_type} are from them. */
    boolean isOfApplication(Map<String, String> parameters) {
        try {
            return AlipaySignature.rsaCheckV2(
                    new TreeMap<>(parameters),
                    applicationPublicKey(),
                    parameters.get("charset"),
                    parameters.get("sign_type"));
        } catch (AlipayApiException unreadable) {
            return false;
        }
    }

    /** Signs a response as Alipay. */
    String sign(String content) {
        return signatures.computeIfAbsent(content, OfficialSignature::signature);
    }

    private static String signature(String content) {
        try {
            return AlipaySignature.rsaSign(content, base64(ALIPAY.getPrivate().getEncoded()), UTF_8, RSA2);
        } catch (AlipayApiException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
