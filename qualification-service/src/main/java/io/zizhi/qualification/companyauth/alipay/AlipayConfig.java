package io.zizhi.qualification.companyauth.alipay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The contract with Alipay. Nothing of it is needed where another provider is chosen. */
@ConfigMapping(prefix = "zizhi.company-authentication.alipay")
public interface AlipayConfig {

    /** Address of the gateway, without its path. */
    @WithDefault("https://openapi.alipay.com")
    String url();

    /** 应用 APPID. */
    Optional<String> appId();

    /** 应用私钥: private key of the application, PKCS #8, Base64 or PEM. */
    Optional<String> privateKey();

    /** 支付宝公钥: Alipay's key, not the application's own. */
    Optional<String> alipayPublicKey();

    /** The page that the QR code leads to, with {@code {biz_no}} in the place of the authentication's number. */
    Optional<String> page();

    /** Where Alipay returns to after it; left out where there is nothing to return to. */
    Optional<String> returnUrl();

    /** 产品码, given by the contract. */
    Optional<String> productCode();

    /** 认证类别, given by the contract. */
    Optional<String> certifyCategory();

    /** The interface that opens an authentication. */
    @WithDefault("zhima.credit.ep.certification.initialize")
    String initializeMethod();

    /** The interface that tells how far it is and who confirmed. */
    @WithDefault("zhima.credit.ep.certification.query")
    String queryMethod();
}
