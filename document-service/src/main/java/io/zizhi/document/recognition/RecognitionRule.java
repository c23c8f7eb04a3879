package io.zizhi.document.recognition;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.stream.Stream;

/** Requires address and key of the worker or service that reads pictures. */
public final class RecognitionRule implements SettingsRule {

    private static final String PREFIX = "zizhi.document.recognition.";

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        String provider = settings.find(PREFIX + "provider").orElse("none");
        return provider.equalsIgnoreCase("none")
                ? Stream.empty()
                : Stream.of("url", "key")
                        .map(name -> PREFIX + name)
                        .filter(name -> settings.find(name).isEmpty())
                        .map(name -> name + " is missing: " + PREFIX + "provider=" + provider + " needs it.");
    }
}
