package io.zizhi.notification.sender.channel;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings of SMS as a test gives them; the others have their defaults. */
public final class GivenSmsConfig {

    private GivenSmsConfig() {}

    /** @param settings without their prefix, for example {@code lost-after} */
    public static SmsConfig of(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(SmsConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("zizhi.sms." + name, value));
        return builder.build().getConfigMapping(SmsConfig.class);
    }
}
