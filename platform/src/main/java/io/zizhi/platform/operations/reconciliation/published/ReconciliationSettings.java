package io.zizhi.platform.operations.reconciliation.published;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When and how far cursors are compared with published events. */
@ConfigMapping(prefix = "zizhi.reconciliation")
public interface ReconciliationSettings {

    /** Internal addresses of the services that publish the consumed topics, by name. */
    Map<String, String> producers();

    /** Interval of scheduled comparisons, and so the longest time until a loss is found. */
    @WithDefault("P1D")
    @DurationMin(seconds = 1)
    @DurationMax(days = 31)
    Duration every();

    /** Events sent more recently than this are in flight and not compared. Consumers apply them within seconds. */
    @WithDefault("PT1M")
    @DurationMin(seconds = 0)
    @DurationMax(hours = 1)
    Duration settledAfter();

    /** How long a comparison waits for a producer that does not answer; longer than a restart takes. */
    @WithDefault("PT2M")
    @DurationMin(millis = 100)
    @DurationMax(hours = 1)
    Duration unreachableAfter();

    /** How long a comparison waits for the next resent event. Events for other consumers may come first. */
    @WithDefault("PT10M")
    @DurationMin(millis = 100)
    @DurationMax(days = 1)
    Duration patience();

    /** Aggregates per request: enough for a response of about 20 kB that is read in milliseconds. */
    @WithDefault("500")
    @Min(1)
    @Max(PublishedEvents.MOST)
    int pageSize();

    /** Maximum differences that one comparison records. The next one finds the rest when these are settled. */
    @WithDefault("100000")
    @Min(1)
    @Max(10_000_000)
    int mostDifferences();
}
