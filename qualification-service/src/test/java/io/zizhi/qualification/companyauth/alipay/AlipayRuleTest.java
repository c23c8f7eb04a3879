package io.zizhi.qualification.companyauth.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.runtime.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlipayRuleTest {

    private static final String PREFIX = "zizhi.company-authentication";

    @Test
    void other_providers_need_no_contract() {
        assertThat(problems(Map.of(PREFIX, "none"))).isEmpty();
    }

    @Test
    void names_every_missing_setting() {
        assertThat(problems(Map.of(PREFIX, "alipay", PREFIX + ".alipay.page", "https://example.cn/qr")))
                .containsExactly(
                        PREFIX + ".alipay.app-id is missing: " + PREFIX + "=alipay needs it.",
                        PREFIX + ".alipay.private-key is missing: " + PREFIX + "=alipay needs it.",
                        PREFIX + ".alipay.alipay-public-key is missing: " + PREFIX + "=alipay needs it.",
                        PREFIX + ".alipay.page must contain {biz_no}.");
    }

    @Test
    void rejects_unreadable_keys_without_showing_them() {
        assertThat(problems(settings("QUJD", "QUJD")))
                .singleElement()
                .asString()
                .startsWith("Cannot read the keys for Alipay: ")
                .doesNotContain("QUJD");
    }

    @Test
    void rejects_public_key_of_the_application_in_place_of_that_of_alipay() {
        OfficialSignature keys = new OfficialSignature();

        assertThat(problems(settings(keys.applicationPrivateKey(), keys.applicationPublicKey())))
                .containsExactly(PREFIX
                        + ".alipay.alipay-public-key is the application's public key: set it to Alipay's (支付宝公钥).");
        assertThat(problems(settings(keys.applicationPrivateKey(), keys.alipayPublicKey())))
                .isEmpty();
    }

    private static Map<String, String> settings(String own, String ofAlipay) {
        return Map.of(
                PREFIX,
                "alipay",
                PREFIX + ".alipay.app-id",
                "2026000000000001",
                PREFIX + ".alipay.private-key",
                own,
                PREFIX + ".alipay.alipay-public-key",
                ofAlipay,
                PREFIX + ".alipay.page",
                "https://example.cn/qr?{biz_no}");
    }

    private static List<String> problems(Map<String, String> values) {
        Settings settings = Settings.of(
                new SmallRyeConfigBuilder().withDefaultValues(values).build());
        return new AlipayRule().problems(settings, true).toList();
    }
}
