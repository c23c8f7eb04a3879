package io.zizhi.qualification.model.carrierfiling;

import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.platform.http.problem.Problems;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filing of one bound signature with one carrier. Its state changes only through its own methods. */
@Entity
@Table(name = "carrier_filing")
public class CarrierFiling {

    @Id
    private long id;

    private String accountId;

    private long signatureId;

    private String signatureName;

    private String carrier;

    private long qualificationId;

    /** The revision in force when the filing was requested. */
    private long revisionId;

    private long workOrder;

    private @Nullable Long letterId;

    @Enumerated(EnumType.STRING)
    private CarrierFilingStatus status;

    /** Incremented by every change. */
    private long version;

    /** How often a filing system claimed it. */
    private int attempts;

    /** The newest claim. Only its holder may report that the filing was filed. */
    private @Nullable String claimId;

    private @Nullable Instant claimedUntil;

    private Instant requestedAt;

    /** When the current state must have changed; null if nobody has to act. */
    private @Nullable Instant dueAt;

    /** When the current state was found overdue. */
    private @Nullable Instant overdueAt;

    private @Nullable Instant filedAt;

    /** When the filing system reported last. */
    private @Nullable Instant reportedAt;

    /** Code of a rejection. */
    private @Nullable String reason;

    /** The encrypted note of the last report. */
    private byte @Nullable [] note;

    @Enumerated(EnumType.STRING)
    private @Nullable CarrierFilingCause cause;

    private @Nullable Instant endedAt;

    /** The rejected filing that this one repeats. */
    private @Nullable Long refiles;

    /** 1 for the first filing, one more for each that repeats it. */
    private int round;

    protected CarrierFiling() {}

    /** Fails with 409 unless {@code claim} is the newest claim of this pending filing. */
    public void requireClaim(String claim) {
        if (status != CarrierFilingStatus.PENDING || !claim.equals(claimId)) {
            throw Problems.conflict(
                    "CARRIER_FILING_NOT_CLAIMED", "This claim does not hold the carrier filing. Claim it first.");
        }
    }

    /** Fails with 409 unless {@code claim} is the newest claim of this pending filing and its lease has not run out. */
    public void requireLiveClaim(String claim, Instant now) {
        requireClaim(claim);
        if (claimedUntil == null || !now.isBefore(claimedUntil)) {
            throw Problems.conflict(
                    "CARRIER_FILING_NOT_CLAIMED", "The claim has run out. Claim the carrier filing again.");
        }
    }

    /** Creates the 409 for data of a filing whose signature no longer exists. */
    public static RuntimeException abandoned() {
        return Problems.conflict(
                "CARRIER_FILING_NOT_CLAIMED",
                "The signature of the carrier filing was released. Do not file it; report any result to cancel it.");
    }

    /** Fails with 409 unless it was rejected. */
    public void requireRejected() {
        if (status != CarrierFilingStatus.REJECTED) {
            throw Problems.conflict(
                    "CARRIER_FILING_NOT_REJECTED",
                    "Only a rejected carrier filing can be filed again; this one is " + status + ".");
        }
    }

    /** Creates the 409 for a rejected filing that is no longer the newest, or whose signature or revision changed. */
    public static RuntimeException outdated(String detail) {
        return Problems.conflict("CARRIER_FILING_OUTDATED", detail);
    }

    /** Returns whether it repeats the rejected filing. */
    public boolean repeats(CarrierFiling rejected) {
        return Objects.equals(refiles, rejected.id);
    }

    /** Returns whether it was rejected or cancelled. */
    public boolean hasEnded() {
        return endedAt != null;
    }

    /** Returns whether it was accepted and still is. */
    public boolean wasAccepted() {
        return status == CarrierFilingStatus.ACCEPTED;
    }

    public boolean wasRejectedFor(@Nullable String code) {
        return status == CarrierFilingStatus.REJECTED && Objects.equals(reason, code);
    }

    /** Returns whether it was filed under this claim, whatever followed. */
    public boolean wasFiledUnder(@Nullable String claim) {
        return filedAt != null && Objects.equals(claim, claimId);
    }

    /**
     * Records that the filing was sent to the carrier.
     *
     * @param answerDueAt when the carrier should have answered
     */
    public void file(String claim, byte @Nullable [] newNote, Instant answerDueAt, Instant now) {
        requireMove(CarrierFilingStatus.FILED);
        requireClaim(claim);
        reported(CarrierFilingStatus.FILED, newNote, now);
        filedAt = micros(now);
        dueAt = micros(answerDueAt);
    }

    public void accept(byte @Nullable [] newNote, Instant now) {
        reported(CarrierFilingStatus.ACCEPTED, newNote, now);
    }

    public void reject(String newReason, byte @Nullable [] newNote, Instant now) {
        reported(CarrierFilingStatus.REJECTED, newNote, now);
        reason = newReason;
        endedAt = micros(now);
    }

    public void cancel(CarrierFilingCause newCause, Instant now) {
        move(CarrierFilingStatus.CANCELLED);
        cause = newCause;
        endedAt = micros(now);
    }

    /** Records that it is overdue. Returns false if it was known or nobody has to act any more. */
    public boolean markOverdue(Instant now) {
        if (!status.isOpen() || overdueAt != null) {
            return false;
        }
        overdueAt = micros(now);
        version = nextVersion();
        return true;
    }

    private void reported(CarrierFilingStatus next, byte @Nullable [] newNote, Instant now) {
        move(next);
        reportedAt = micros(now);
        note = newNote;
    }

    private void move(CarrierFilingStatus next) {
        requireMove(next);
        status = next;
        version = nextVersion();
        claimedUntil = null;
        dueAt = null;
        overdueAt = null;
    }

    private void requireMove(CarrierFilingStatus next) {
        if (!status.canMoveTo(next)) {
            throw Problems.conflict(
                    "ILLEGAL_TRANSITION", "The carrier filing cannot change from " + status + " to " + next + ".");
        }
    }

    private long nextVersion() {
        return version + 1;
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    public long id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public long signatureId() {
        return signatureId;
    }

    public String signatureName() {
        return signatureName;
    }

    /** Returns the code of the carrier, for example {@code CHINA_MOBILE}. */
    public String carrier() {
        return carrier;
    }

    public long qualificationId() {
        return qualificationId;
    }

    public long revisionId() {
        return revisionId;
    }

    public long workOrder() {
        return workOrder;
    }

    public @Nullable Long letterId() {
        return letterId;
    }

    public CarrierFilingStatus status() {
        return status;
    }

    public long version() {
        return version;
    }

    public int attempts() {
        return attempts;
    }

    public Optional<Instant> claimedUntil() {
        return Optional.ofNullable(claimedUntil);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    public Optional<Instant> overdueAt() {
        return Optional.ofNullable(overdueAt);
    }

    public Optional<Instant> filedAt() {
        return Optional.ofNullable(filedAt);
    }

    public Optional<Instant> reportedAt() {
        return Optional.ofNullable(reportedAt);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    byte @Nullable [] note() {
        return note;
    }

    public Optional<CarrierFilingCause> cause() {
        return Optional.ofNullable(cause);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public @Nullable Long refiles() {
        return refiles;
    }

    public int round() {
        return round;
    }
}
