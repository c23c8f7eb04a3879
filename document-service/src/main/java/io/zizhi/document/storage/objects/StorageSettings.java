package io.zizhi.document.storage.objects;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/**
 * Storage settings, explained in {@code application.properties}. Limits on callers are in
 * {@link io.zizhi.document.limits.DocumentLimits}.
 */
@ConfigMapping(prefix = "zizhi.documents")
public interface StorageSettings {

    String bucket();

    Duration connectTimeout();

    Duration answerTimeout();

    Duration sweepEvery();

    Duration sweepDelay();

    Duration orphanAge();

    int sweepDays();

    Duration missingRecheck();
}
