package io.zizhi.review.review;

import io.zizhi.contracts.ExtensionReason;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The open time that supervisors gave a review beyond its target.
 *
 * @param seconds open time in all, in seconds; 0 where nobody gave any
 * @param reason why, of the last extension; null before
 * @param extendedAt when it was given last; null before
 */
@Embeddable
public record Extension(
        @Column(name = "extended_seconds") long seconds,

        @Enumerated(EnumType.STRING) @Column(name = "extension_reason") @Nullable
        ExtensionReason reason,

        @Column(name = "extended_at") @Nullable Instant extendedAt) {

    /** Of a review that has its target and no more. */
    static Extension none() {
        return new Extension(0, null, null);
    }

    /** All open time beyond the target. */
    public Duration openTime() {
        return Duration.ofSeconds(seconds);
    }

    Extension plus(Duration more, ExtensionReason why, Instant now) {
        return new Extension(seconds + more.toSeconds(), why, now);
    }
}
