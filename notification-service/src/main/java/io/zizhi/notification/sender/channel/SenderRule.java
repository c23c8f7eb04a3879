package io.zizhi.notification.sender.channel;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.Optional;
import java.util.stream.Stream;

/** Requires a sender, and in production a real one. {@link ChosenSender} checks that it exists. */
public final class SenderRule implements SettingsRule {

    private static final String SENDER = "zizhi.sms.sender";

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        Optional<String> sender = settings.find(SENDER);
        if (sender.isEmpty()) {
            return Stream.of(SENDER + " is missing: set it to the name of an SMS sender.");
        }
        return isProduction && sender.get().equals(ChosenSender.LOCAL_INBOX)
                ? Stream.of(
                        SENDER + "=" + ChosenSender.LOCAL_INBOX + " delivers nothing and is forbidden in production:"
                                + " set it to the name of a real SMS sender.")
                : Stream.empty();
    }
}
