package io.zizhi.notification.verification.throttling;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive failed attempts of one account for one number, across verifications. They are counted per account, so
 * that wrong codes entered by another account cannot block the owner of the number.
 */
@Entity
@Table(name = "phone_code_failures")
public class PhoneFailures {

    /** @param phoneIndex blind index of the eleven digits */
    @Embeddable
    public record Key(
            @Column(name = "account_id") String accountId,
            @Column(name = "phone_index") String phoneIndex) implements Serializable {}

    /** Read only by Hibernate. */
    @SuppressWarnings("UnusedVariable")
    @EmbeddedId
    private Key key;

    private int failures;

    private @Nullable Instant lastFailedAt;

    private @Nullable Instant delayedUntil;

    /** Used by Hibernate. */
    protected PhoneFailures() {}

    public boolean delayed(Instant now) {
        return delayedUntil != null && now.isBefore(delayedUntil);
    }

    /** Counts a failed attempt: a wrong code, or any code during the delay. */
    public void failed(Instant now) {
        boolean purged = lastFailedAt != null
                && !lastFailedAt.plus(FailureDelay.REMEMBERED_FOR).isAfter(now);
        failures = purged ? 1 : failures + 1;
        lastFailedAt = now;
        delayedUntil = now.plus(FailureDelay.after(failures));
    }

    public void succeeded() {
        failures = 0;
        lastFailedAt = null;
        delayedUntil = null;
    }
}
