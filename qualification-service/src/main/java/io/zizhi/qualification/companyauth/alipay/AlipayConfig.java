package io.zizhi.qualification.companyauth.alipay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.platform.runtime.settings.NeededWith;
import io.zizhi.platform.runtime.settings.Secret;
import java.util.Optional;

/** Settings from the contract with Alipay. They are required only if Alipay is the chosen provider. */
@ConfigMapping(prefix = "zizhi.company-authentication.alipay")
public interface AlipayConfig {

    /** Base URL of the gateway, without a path. */
    @WithDefault("https://openapi.alipay.com")
    String url();

    /** App id (应用 APPID). */
    @NeededWith("zizhi.company-authentication=alipay")
    Optional<String> appId();

    /** Private key of the application (应用私钥): PKCS #8, Base64 or PEM. */
    @NeededWith("zizhi.company-authentication=alipay")
    @Secret
    Optional<String> privateKey();

    /** Alipay's public key (支付宝公钥), not the application's. */
    @NeededWith("zizhi.company-authentication=alipay")
    Optional<String> alipayPublicKey();

    /** Page that the QR code opens; {@code {biz_no}} is replaced with the number of the authentication. */
    @NeededWith("zizhi.company-authentication=alipay")
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
