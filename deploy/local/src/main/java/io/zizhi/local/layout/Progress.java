package io.zizhi.local.layout;

import java.time.Duration;

/** Receives progress reports; called from several threads. */
@FunctionalInterface
public interface Progress {

    /** Reports that {@code part} became ready after {@code took}. */
    void ready(String part, Duration took);

    /** Returns an instance that ignores all reports. */
    static Progress silent() {
        return (part, took) -> {};
    }
}
