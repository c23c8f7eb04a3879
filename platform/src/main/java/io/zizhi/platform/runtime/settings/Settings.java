package io.zizhi.platform.runtime.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.DateTimeException;
import java.time.Duration;
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

    /** Returns the value of a duration; empty if it is not set or unreadable, which its mapping reports. */
    default Optional<Duration> duration(String name) {
        try {
            return find(name).map(DurationConverter::parseDuration);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns a problem if the first duration is not longer than the second one. */
    default Stream<String> unlessLonger(String longer, String shorter) {
        return duration(longer).stream()
                .flatMap(length -> duration(shorter)
                        .filter(other -> length.compareTo(other) <= 0)
                        .map(other -> "%s (%s) must be longer than %s (%s).".formatted(longer, length, shorter, other))
                        .stream());
    }

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
