package io.zizhi.notification.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Wrong codes in a row for one number, whatever verification and account they were entered for. */
@Entity
@Table(name = "phone_failures")
class PhoneFailures {

    /** Blind index of the eleven digits. */
    @Id
    @Column(name = "phone_index")
    private String phoneIndex;

    @Column(name = "failures")
    private int failures;

    @Column(name = "last_failed_at")
    private @Nullable Instant lastFailedAt;

    @Column(name = "held_back_until")
    private @Nullable Instant heldBackUntil;

    /** For Hibernate. */
    protected PhoneFailures() {}

    boolean heldBack(Instant now) {
        return heldBackUntil != null && now.isBefore(heldBackUntil);
    }

    void failed(Instant now) {
        boolean forgotten = lastFailedAt != null
                && !lastFailedAt.plus(FailureDelay.REMEMBERED_FOR).isAfter(now);
        failures = forgotten ? 1 : failures + 1;
        lastFailedAt = now;
        heldBackUntil = now.plus(FailureDelay.after(failures));
    }

    void succeeded() {
        failures = 0;
        lastFailedAt = null;
        heldBackUntil = null;
    }
}
