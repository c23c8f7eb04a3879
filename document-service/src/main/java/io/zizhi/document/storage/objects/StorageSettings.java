package io.zizhi.document.storage.objects;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Storage settings. Limits on callers are in {@link io.zizhi.document.limits.DocumentLimits}. */
@ConfigMapping(prefix = "zizhi.documents")
public interface StorageSettings {

    /** The bucket for documents. Deployment creates it. */
    @WithDefault("zizhi-documents")
    @NotBlank
    String bucket();

    /** How long the object store may take to accept a connection. Two seconds cover one lost packet. */
    @WithDefault("2s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration connectTimeout();

    /** How long the object store may take to answer. Four such time-outs fit into the wait of an upload. */
    @WithDefault("5s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 5)
    Duration answerTimeout();

    /** Interval at which objects and rows are compared, and so the longest time until a lost object is reported. */
    @DurationMin(seconds = 1)
    @DurationMax(days = 31)
    Duration sweepEvery();

    /** Delay of the first comparison after start-up, so that a restart is not slowed down. */
    @DurationMin(seconds = 0)
    @DurationMax(days = 1)
    Duration sweepDelay();

    /** Objects without a row are removed when they are older than this. An upload takes less than two minutes. */
    @WithDefault("1h")
    @DurationMin(seconds = 1)
    @DurationMax(days = 3650)
    Duration orphanAge();

    /** Number of days back that are compared. Raise it after a restore to the age of the backup. */
    @WithDefault("7")
    @Min(1)
    @Max(3_650)
    int sweepDays();

    /** Pause before a missing object is checked again and reported, because a store may list a new object late. */
    @WithDefault("30s")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration missingRecheck();

    /**
     * Bytes of documents that all replicas together read and compare with their digests in a day, the longest unverified
     * first. Four gigabytes are about 8,000 photos, and less than 50 KB/s.
     */
    @WithDefault("4G")
    MemorySize verifiedPerDay();
}
