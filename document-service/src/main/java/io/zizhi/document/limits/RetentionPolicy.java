package io.zizhi.document.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * How long documents are kept, by the class of their last use. The defaults are an engineer's proposal: ask your counsel.
 * When the retention of its last use is over, a document is unused, and {@code zizhi.limits.unused-for} begins.
 */
@ConfigMapping(prefix = "zizhi.retention")
public interface RetentionPolicy {

    /**
     * How long an upload is kept that no draft, sheet or submission has named. A day suffices to fill in a form or
     * to upload the sheet.
     */
    @WithDefault("24h")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration neverNamed();

    /** How long a quarantined document is kept that no submission uses. Nobody can view or use it. */
    @WithDefault("7d")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration quarantined();

    /** How long documents of a rejected revision, or of one returned for more material, are kept. */
    @WithDefault("180d")
    @DurationMin(hours = 1)
    @DurationMax(days = 36_500)
    Duration rejected();

    /** How long documents of a withdrawn revision are kept. */
    @WithDefault("30d")
    @DurationMin(hours = 1)
    @DurationMax(days = 36_500)
    Duration withdrawn();

    /** How long documents of an approved revision are kept after a later revision was approved. */
    @WithDefault("730d")
    @DurationMin(hours = 1)
    @DurationMax(days = 36_500)
    Duration superseded();

    /** How long documents of an approved revision are kept after its qualification or letter was deleted. */
    @WithDefault("730d")
    @DurationMin(hours = 1)
    @DurationMax(days = 36_500)
    Duration ended();

    /**
     * How long documents of a revision in force are kept after its evidence has expired. Without a value they are kept
     * until the qualification is amended or deleted, because bound signatures still rely on them.
     */
    Optional<@DurationMin(hours = 1) @DurationMax(days = 36_500) Duration> expired();
}
