package io.zizhi.notification.sender.channel;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.stream.Stream;

/** Requires a sender. {@link ChosenSender} checks that it exists and that the profile allows it. */
public final class SenderRule implements SettingsRule {

    private static final String SENDER = "zizhi.sms.sender";

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        return settings.find(SENDER).isPresent()
                ? Stream.empty()
                : Stream.of(SENDER + " is missing: set it to the name of an SMS sender.");
    }
}
