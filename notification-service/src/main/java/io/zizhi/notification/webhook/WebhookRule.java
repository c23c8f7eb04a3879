package io.zizhi.notification.webhook;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.stream.Stream;

/** A webhook must not be due again while its delivery is still running; otherwise it would be sent twice. */
public final class WebhookRule implements SettingsRule {

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        return settings.unlessLonger("zizhi.webhook.lost-after", "zizhi.limits.webhooks.timeout");
    }
}
