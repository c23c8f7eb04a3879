package io.zizhi.qualification.precheck.registry;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.stream.Stream;

/** Requires address and token of a company register over HTTP. Their defaults only stand in for unset values. */
public final class RegistryRule implements SettingsRule {

    private static final String PREFIX = "zizhi.company-registry.";

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        if (settings.find(PREFIX + "provider").filter("HTTP"::equalsIgnoreCase).isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        missing(settings, PREFIX + "url", "http://127.0.0.1:9"),
                        missing(settings, PREFIX + "token", "none"))
                .flatMap(problem -> problem);
    }

    private static Stream<String> missing(Settings settings, String name, String unset) {
        return settings.find(name).filter(value -> !value.equals(unset)).isPresent()
                ? Stream.empty()
                : Stream.of(name + " is missing: " + PREFIX + "provider=HTTP needs it.");
    }
}
