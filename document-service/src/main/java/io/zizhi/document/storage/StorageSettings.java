package io.zizhi.document.storage;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/**
 * Where and how documents are stored; each setting is explained in {@code application.properties}. What callers can make this
 * service spend: {@link io.zizhi.document.limits.DocumentLimits}.
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
