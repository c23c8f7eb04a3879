package io.zizhi.qualification.bulk;

import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One uploaded sheet. */
@Entity
@Table(name = "bulk_filing")
public class BulkFiling {

    @Id
    private long id;

    private String accountId;

    /** Token subject of the uploader, on whose behalf the rows are submitted. */
    private String subject;

    private int rowCount;

    private Instant createdAt;

    private @Nullable Instant cancelledAt;

    protected BulkFiling() {}

    BulkFiling(long id, Caller applicant, int rowCount, Instant now) {
        this.id = id;
        this.accountId = applicant.requireAccount();
        this.subject = applicant.subject();
        this.rowCount = rowCount;
        this.createdAt = now;
    }

    /** Marks the filing as cancelled; its open rows are cancelled with it. */
    void cancel(Instant now) {
        cancelledAt = now;
    }

    /** Returns the caller on whose behalf rows are processed in the background. */
    public Caller applicant() {
        return new Caller(subject, accountId, Set.of(Roles.APPLICANT));
    }

    public long id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    int rowCount() {
        return rowCount;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }
}
