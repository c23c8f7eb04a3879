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
 * The open time that supervisors added to the target of a review.
 *
 * @param seconds total added open time, in seconds; 0 if none was added
 * @param reason the reason for the last extension; null before
 * @param extendedAt the instant of the last extension; null before
 */
@Embeddable
public record Extension(
        @Column(name = "extended_seconds") long seconds,

        @Enumerated(EnumType.STRING) @Column(name = "extension_reason") @Nullable
        ExtensionReason reason,

        @Column(name = "extended_at") @Nullable Instant extendedAt) {

    /** Returns the extension of a review that has only its target. */
    static Extension none() {
        return new Extension(0, null, null);
    }

    /** Returns the total added open time. */
    public Duration openTime() {
        return Duration.ofSeconds(seconds);
    }

    Extension plus(Duration more, ExtensionReason why, Instant now) {
        return new Extension(seconds + more.toSeconds(), why, now);
    }
}
