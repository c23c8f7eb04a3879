package io.zizhi.notification.outbound;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Drops the metrics of the HTTP client. Their labels would contain paths chosen by others, which may be secret and are
 * not limited in number.
 */
@Singleton
class WithoutAddresses {

    @Produces
    @Singleton
    MeterFilter withoutRequestsToOthers() {
        return MeterFilter.denyNameStartsWith("http.client");
    }
}
