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

    /** 应用 APPID. */
    Optional<String> appId();

    /** 应用私钥: private key of the application, PKCS #8, Base64 or PEM. */
    Optional<String> privateKey();

    /** 支付宝公钥: Alipay's public key, not the application's. */
    Optional<String> alipayPublicKey();

    /** Page that the QR code opens; {@code {biz_no}} is replaced with the number of the authentication. */
    Optional<String> page();

    /** Page that Alipay returns to afterwards, if any. */
    Optional<String> returnUrl();

    /** 产品码, as given in the contract. */
    Optional<String> productCode();

    /** 认证类别, as given in the contract. */
    Optional<String> certifyCategory();

    /** API method that opens an authentication. */
    @WithDefault("zhima.credit.ep.certification.initialize")
    String initializeMethod();

    /** API method that returns the status and the confirmed company. */
    @WithDefault("zhima.credit.ep.certification.query")
    String queryMethod();
}
