package io.zizhi.platform.runtime.settings;

import java.util.stream.Stream;

/**
 * Finds contradictions between settings, and settings that others require. It runs before the service starts, so it has
 * no dependencies. Services register rules in {@code META-INF/services}. The bounds of a single setting are constraints
 * of its mapping instead.
 */
public interface SettingsRule {

    /**
     * Returns the problems. Each names its settings and says what to set instead; it never contains a secret.
     *
     * @param isProduction whether no local profile is active
     */
    Stream<String> problems(Settings settings, boolean isProduction);
}
