package io.zizhi.platform.runtime.production;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.stream.Stream;

/** Finds contradictions between settings of the platform. */
public final class PlatformRule implements SettingsRule {

    private static final String SILENCE = "zizhi.database.silence.";

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        return Stream.concat(
                settings.unlessLonger(SILENCE + "give-up-partitions", SILENCE + "not-ready"),
                settings.unlessLonger(SILENCE + "end-session", SILENCE + "give-up-partitions"));
    }
}
