package io.zizhi.notification.outbound;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Metrics of the HTTP client would be labelled by paths that others chose, which may be secrets and are without bound. */
@Singleton
class WithoutAddresses {

    @Produces
    @Singleton
    MeterFilter withoutRequestsToOthers() {
        return MeterFilter.denyNameStartsWith("http.client");
    }
}
