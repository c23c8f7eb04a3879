package io.zizhi.platform.observability.logging;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Exposes {@code log_masked_total}. Each count reveals code that logs personal data, which is a bug. */
@ApplicationScoped
class MaskedLogsMeter {

    void show(@Observes StartupEvent event, MeterRegistry metrics) {
        FunctionCounter.builder("log_masked", this, meter -> PersonalDataFilter.masked())
                .description("Log records that contained a personal number and were masked: must stay 0")
                .register(metrics);
    }
}
