package io.zizhi.local;

import java.time.Duration;

/** Told of each part that has become ready; called from several threads. */
@FunctionalInterface
public interface Progress {

    /** {@code part} is ready, after {@code took}. */
    void ready(String part, Duration took);

    /** Tells nobody. */
    static Progress silent() {
        return (part, took) -> {};
    }
}
