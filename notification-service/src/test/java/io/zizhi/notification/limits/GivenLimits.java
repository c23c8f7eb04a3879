package io.zizhi.notification.limits;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.Collectors;

/** Default limits with some settings changed. */
public final class GivenLimits {

    private static final String PREFIX = "zizhi.limits.";

    private GivenLimits() {}

    /**
     * Returns the changed limits.
     *
     * @param settings by name, without the prefix
     */
    public static NotificationLimits of(Map<String, String> settings) {
        Map<String, String> named = settings.entrySet().stream()
                .collect(Collectors.toMap(one -> PREFIX + one.getKey(), Map.Entry::getValue));
        return new SmallRyeConfigBuilder()
                .withMapping(NotificationLimits.class)
                .withDefaultValues(named)
                .build()
                .getConfigMapping(NotificationLimits.class);
    }
}
