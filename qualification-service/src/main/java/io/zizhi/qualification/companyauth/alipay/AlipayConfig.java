package io.zizhi.qualification.companyauth.alipay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings from the contract with Alipay. They are required only if Alipay is the chosen provider. */
@ConfigMapping(prefix = "zizhi.company-authentication.alipay")
public interface AlipayConfig {

    /** Base URL of the gateway, without a path. */
    @WithDefault("https://openapi.alipay.com")
    String url();

    /** App id (应用 APPID). */
    Optional<String> appId();

    /** Private key of the application (应用私钥): PKCS #8, Base64 or PEM. */
    Optional<String> privateKey();

    /** Alipay's public key (支付宝公钥), not the application's. */
    Optional<String> alipayPublicKey();

    /** Page that the QR code opens; {@code {biz_no}} is replaced with the number of the authentication. */
    Optional<String> page();

    /** Page that Alipay returns to afterwards, if any. */
    Optional<String> returnUrl();

    /** Product code (产品码) from the contract. */
    Optional<String> productCode();

    /** Category of certification (认证类别) from the contract. */
    Optional<String> certifyCategory();

    /** API method that opens an authentication. */
    @WithDefault("zhima.credit.ep.certification.initialize")
    String initializeMethod();

    /** API method that returns the status and the confirmed company. */
    @WithDefault("zhima.credit.ep.certification.query")
    String queryMethod();
}
