package io.zizhi.platform.operations.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;

/** When and how far cursors are compared with what was published. */
@ConfigMapping(prefix = "zizhi.reconciliation")
public interface ReconciliationSettings {

    /** Internal addresses of the services that publish the consumed topics, by name. */
    Map<String, String> producers();

    /** Time between two comparisons that nobody asked for. A loss waits for so long at most. */
    @WithDefault("P1D")
    Duration every();

    /** Events that were sent later than this are on their way and not judged. Consumers apply them within seconds. */
    @WithDefault("PT1M")
    Duration settledAfter();

    /** How long a comparison waits for a producer that does not answer: longer than a restart takes. */
    @WithDefault("PT2M")
    Duration unreachableAfter();

    /** How long a comparison waits for the next of the events that are sent again. Other consumers' events may come first. */
    @WithDefault("PT10M")
    Duration patience();

    /** Aggregates of one question: they are read in milliseconds, and the answer has some 20 kB. */
    @WithDefault("500")
    @Min(1)
    @Max(PublishedEvents.MOST)
    int pageSize();

    /** Differences that one comparison records. Another one finds the rest when these are settled. */
    @WithDefault("100000")
    @Min(1)
    int mostDifferences();
}
