package io.zizhi.platform.runtime.settings;

import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The values of all settings, for checks that concern several of them. */
public interface Settings {

    /** Returns the names of all settings that have a value; a name may occur twice. */
    Stream<String> names();

    /** Returns the value of a setting, stripped; empty if it is not set or blank. */
    Optional<String> find(String name);

    static Settings of(Config config) {
        return new Settings() {
            @Override
            public Stream<String> names() {
                return StreamSupport.stream(config.getPropertyNames().spliterator(), false);
            }

            @Override
            public Optional<String> find(String name) {
                return config.getOptionalValue(name, String.class)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty());
            }
        };
    }
}
