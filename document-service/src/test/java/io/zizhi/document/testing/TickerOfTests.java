package io.zizhi.document.testing;

import io.zizhi.platform.testkit.VirtualTicker;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Measures the limits of uploads, views, exports and unread bodies in virtual time. Only tests advance it. */
final class TickerOfTests {

    private TickerOfTests() {}

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    static VirtualTicker ticker() {
        return new VirtualTicker();
    }
}
