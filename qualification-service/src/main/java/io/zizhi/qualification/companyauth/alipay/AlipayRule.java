package io.zizhi.qualification.companyauth.alipay;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.Optional;
import java.util.stream.Stream;

/** Requires the settings of the contract if Alipay is chosen: at start, not at the first applicant. */
public final class AlipayRule implements SettingsRule {

    private static final String CHOSEN = "zizhi.company-authentication";
    private static final String PAGE = CHOSEN + ".alipay.page";
    private static final String ALIPAY_KEY = CHOSEN + ".alipay.alipay-public-key";

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        if (settings.find(CHOSEN).filter(AlipayAuthentication.NAME::equals).isEmpty()) {
            return Stream.empty();
        }
        Stream<String> missing = Stream.of("app-id", "private-key", "alipay-public-key", "page")
                .map(name -> CHOSEN + ".alipay." + name)
                .filter(name -> settings.find(name).isEmpty())
                .map(name -> name + " is missing: " + CHOSEN + "=alipay needs it.");
        Stream<String> withoutNumber = settings
                .find(PAGE)
                .filter(page -> !page.contains(AlipayAuthentication.NUMBER))
                .map(page -> PAGE + " must contain " + AlipayAuthentication.NUMBER + ".")
                .stream();
        return Stream.concat(Stream.concat(missing, withoutNumber), unusableKeys(settings));
    }

    private static Stream<String> unusableKeys(Settings settings) {
        return settings
                .find(CHOSEN + ".alipay.private-key")
                .flatMap(own -> settings.find(ALIPAY_KEY).flatMap(theirs -> unusable(own, theirs)))
                .stream();
    }

    private static Optional<String> unusable(String own, String theirs) {
        try {
            return AlipaySignature.of(own, theirs).isOwnPair()
                    ? Optional.of(ALIPAY_KEY + " is the application's public key: set it to Alipay's (支付宝公钥).")
                    : Optional.empty();
        } catch (IllegalStateException unreadable) {
            return Optional.of(unreadable.getMessage() + ".");
        }
    }
}
