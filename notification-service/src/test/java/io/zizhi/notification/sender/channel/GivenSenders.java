package io.zizhi.notification.sender.channel;

import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.Instance;
import java.util.Map;

/** The local inbox as the chosen sender, in a profile that a test gives. */
public final class GivenSenders {

    private GivenSenders() {}

    public static ChosenSenders inboxIn(String profile, Instance<SmsSender> senders) {
        return new ChosenSenders(
                senders,
                GivenSmsConfig.of(Map.of("senders", ChosenSenders.LOCAL_INBOX)),
                new SmallRyeConfigBuilder().withProfile(profile).build());
    }
}
