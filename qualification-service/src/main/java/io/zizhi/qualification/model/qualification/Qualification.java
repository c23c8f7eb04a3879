package io.zizhi.qualification.model.qualification;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.WrittenName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate of a qualification. It keeps its id through all submissions, and its state changes only through its own
 * methods.
 */
@Entity
@Table(name = "qualification")
public class Qualification {

    @Id
    private long id;

    private String accountId;

    private String name;

    /** Normalised name: equal for similar-looking names; unique in the account. */
    @Column
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private QualificationStatus status;

    @Enumerated(EnumType.STRING)
    private Restriction restriction;

    /** Incremented by every change; clients send it as {@code If-Match}. */
    private long version;

    private int submissions;

    /**
     * How often another service was told that an attempt to submit had failed. Only its own statement writes it, see
     * {@code SettleAttempt}.
     */
    @Column(insertable = false, updatable = false)
    private int abandonedAttempts;

    /** Set by the first submission and fixed from then on; null before. */
    private @Nullable String creditCode;

    /** Owner type of the shown revision; used by lists, like the company name. */
    @Enumerated(EnumType.STRING)
    private OwnerType ownerType;

    private @Nullable String companyName;

    /**
     * The earliest expiry date of the revision in force, including its letter. While none is in force, that of the
     * shown revision.
     */
    private @Nullable LocalDate expiresOn;

    private @Nullable Long workingRevision;

    /**
     * The revision that the status refers to: the last submitted one, or the one in force after an amendment was
     * discarded.
     */
    private @Nullable Long currentRevision;

    private @Nullable Long inForceRevision;

    /** The approved revision of another qualification from which the draft was copied. */
    private @Nullable Long copiedRevision;

    private Instant createdAt;

    private Instant updatedAt;

    @Column
    private @Nullable Instant deletedAt;

    protected Qualification() {}

    /**
     * Creates a qualification with the working copy {@code workingRevision}; {@code firstEnd} is the earliest expiry
     * date of its evidence.
     */
    public static Qualification draft(
            long id,
            String accountId,
            QualificationForm form,
            Optional<LocalDate> firstEnd,
            long workingRevision,
            Instant now) {
        Qualification draft = new Qualification();
        draft.id = id;
        draft.accountId = accountId;
        draft.show(form);
        draft.expiresOn = firstEnd.orElse(null);
        draft.status = QualificationStatus.DRAFT;
        draft.restriction = Restriction.NONE;
        draft.version = 1;
        draft.workingRevision = workingRevision;
        draft.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        draft.updatedAt = draft.createdAt;
        return draft;
    }

    /** Records that the draft is a copy of an approved revision of another qualification. */
    public Qualification copyOf(long approvedRevision) {
        copiedRevision = approvedRevision;
        return this;
    }

    /**
     * Creates an approved qualification whose imported revision {@code inForce} is in force; {@code firstEnd} is the
     * earliest expiry date of its evidence.
     */
    public static Qualification imported(
            long id,
            String accountId,
            QualificationForm form,
            Optional<LocalDate> firstEnd,
            long inForce,
            Instant now) {
        Qualification imported = draft(id, accountId, form, firstEnd, inForce, now);
        imported.status = QualificationStatus.APPROVED;
        imported.creditCode = form.creditCode().orElse(null);
        imported.submissions = 1;
        imported.workingRevision = null;
        imported.currentRevision = inForce;
        imported.inForceRevision = inForce;
        return imported;
    }

    /** Fails with 412 unless {@code expected} is the current version. */
    public Qualification requireVersion(long expected) {
        if (version != expected) {
            throw Problems.preconditionFailed("The qualification is at version " + version + ", not " + expected + ".");
        }
        return this;
    }

    /**
     * Replaces the form of the working copy; {@code firstEnd} is the earliest expiry date of its evidence. {@code
     * newWorkingRevision} may be a new or the existing working copy.
     */
    public void edit(QualificationForm form, Optional<LocalDate> firstEnd, long newWorkingRevision, Instant now) {
        requireEditable();
        requireFixedFields(form);
        show(form);
        if (inForceRevision == null) {
            expiresOn = firstEnd.orElse(null);
        }
        workingRevision = newWorkingRevision;
        changed(now);
    }

    /** Fails with 409 unless the qualification can be edited. */
    public void requireEditable() {
        if (!status.allowsEditing()) {
            throw Problems.conflict(
                    "ILLEGAL_TRANSITION", "The qualification is in review; withdraw it before editing.");
        }
    }

    /**
     * Fails with 409 unless there is a working copy and the status allows submission. A decided submission cannot be
     * submitted again unchanged. A withdrawn one can: its withdrawal opened a working copy.
     */
    public void requireSubmittable() {
        requireMove(QualificationStatus.IN_REVIEW);
        if (workingRevision == null) {
            throw Problems.conflict(
                    "NOTHING_CHANGED", "The qualification has not changed since the last decision; edit it first.");
        }
    }

    /** Submits the working copy, whose form is {@code form}. From then on name, purpose and credit code are fixed. */
    public void submit(QualificationForm form, Instant now) {
        requireSubmittable();
        requireFixedFields(form);
        status = QualificationStatus.IN_REVIEW;
        creditCode = form.creditCode().orElse(null);
        submissions++;
        currentRevision = workingRevision;
        workingRevision = null;
        changed(now);
    }

    /** Withdraws the submission; {@code newWorkingRevision} is a copy of it, which can be submitted as it is. */
    public void withdraw(long newWorkingRevision, Instant now) {
        requireWithdrawable();
        status = QualificationStatus.WITHDRAWN;
        workingRevision = newWorkingRevision;
        changed(now);
    }

    /** Fails with 409 unless the qualification is in review. */
    public void requireWithdrawable() {
        requireMove(QualificationStatus.WITHDRAWN);
    }

    /** Returns whether a decision on {@code revision} can still be applied. */
    public boolean awaitsDecisionOn(long revision) {
        return status == QualificationStatus.IN_REVIEW && Long.valueOf(revision).equals(currentRevision);
    }

    /**
     * Applies the reviewer's decision to the submitted revision; {@code firstEnd} is the earliest expiry date of its
     * evidence. An approved revision comes into force and ends a revocation; a suspension remains.
     */
    public void decide(ReviewOutcome outcome, Optional<LocalDate> firstEnd, Instant now) {
        QualificationStatus next = switch (outcome) {
            case APPROVED -> QualificationStatus.APPROVED;
            case REJECTED -> QualificationStatus.REJECTED;
            case SUPPLEMENT_REQUESTED -> QualificationStatus.SUPPLEMENT_REQUIRED;
        };
        if (status != QualificationStatus.IN_REVIEW) {
            throw illegal(next);
        }
        status = next;
        if (outcome == ReviewOutcome.APPROVED) {
            inForceRevision = currentRevision;
            expiresOn = firstEnd.orElse(null);
            restriction = restriction.afterApproval();
        }
        changed(now);
    }

    /**
     * Discards everything after the revision in force: a working copy, or a revision that was rejected, returned for
     * more material or withdrawn. The revision in force, whose form is {@code inForce}, becomes the current one again.
     */
    public void discardAmendment(QualificationForm inForce, Instant now) {
        requireDiscardable();
        show(inForce);
        status = QualificationStatus.APPROVED;
        currentRevision = inForceRevision;
        workingRevision = null;
        changed(now);
    }

    /** Fails with 409 unless there is an amendment to discard and a revision in force to return to. */
    private void requireDiscardable() {
        if (!status.allowsDiscarding()) {
            throw Problems.conflict(
                    "ILLEGAL_TRANSITION", "The qualification is " + status + " and has no amendment to discard.");
        }
        if (inForceRevision == null) {
            throw Problems.conflict("NOT_IN_FORCE", "No revision is approved yet, so nothing can be restored.");
        }
        if (status == QualificationStatus.APPROVED && workingRevision == null) {
            throw Problems.conflict("NOTHING_TO_DISCARD", "There is no amendment to discard.");
        }
    }

    /** Fails with 409 unless a revision is in force and its restriction can change to {@code next}. */
    public void requireRestrictable(Restriction next) {
        if (inForceRevision == null) {
            throw Problems.conflict("NOT_IN_FORCE", "The qualification has no approved revision in force.");
        }
        if (!restriction.canMoveTo(next)) {
            throw Problems.conflict(
                    "RESTRICTION_NOT_ALLOWED",
                    "The restriction of the qualification cannot change from " + restriction + " to " + next + ".");
        }
    }

    /** Suspends, reinstates or revokes the qualification. */
    public void restrict(Restriction next, Instant now) {
        requireRestrictable(next);
        restriction = next;
        changed(now);
    }

    /** Hides the qualification from its account and frees its name. */
    public void delete(Instant now) {
        if (!status.allowsDeletion()) {
            throw Problems.conflict(
                    "ILLEGAL_TRANSITION", "The qualification is in review; withdraw it before deleting.");
        }
        deletedAt = now;
        changed(now);
    }

    /** Hides the qualification of an erased account, in any status. One in review counts as withdrawn. */
    public void erase(Instant now) {
        if (status == QualificationStatus.IN_REVIEW) {
            status = QualificationStatus.WITHDRAWN;
        }
        deletedAt = now;
        changed(now);
    }

    /** Copies the fields shown in lists from {@code form}. */
    private void show(QualificationForm form) {
        name = form.name();
        nameKey = new WrittenName(name).skeleton();
        purpose = form.purpose();
        ownerType = form.ownerType();
        companyName = form.companyName().orElse(null);
    }

    private void changed(Instant now) {
        version = nextVersion();
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private void requireMove(QualificationStatus next) {
        if (!status.canMoveTo(next)) {
            throw illegal(next);
        }
    }

    private RuntimeException illegal(QualificationStatus next) {
        return Problems.conflict(
                "ILLEGAL_TRANSITION", "The qualification cannot change from " + status + " to " + next + ".");
    }

    private void requireFixedFields(QualificationForm form) {
        if (submissions > 0) {
            FixedFields.require(this, creditCode, form);
        }
    }

    public long id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public Purpose purpose() {
        return purpose;
    }

    public OwnerType ownerType() {
        return ownerType;
    }

    /** Returns the name of the owner, if filled in and the owner is not a person. */
    public Optional<String> companyName() {
        return Optional.ofNullable(companyName);
    }

    /** Returns the credit code of the owner, once submitted. */
    public Optional<String> creditCode() {
        return Optional.ofNullable(creditCode);
    }

    /** Returns the last day on which all evidence is valid, including the letter. */
    public Optional<LocalDate> expiresOn() {
        return Optional.ofNullable(expiresOn);
    }

    public QualificationStatus status() {
        return status;
    }

    public Restriction restriction() {
        return restriction;
    }

    public long version() {
        return version;
    }

    private long nextVersion() {
        return version + 1;
    }

    public int nextNumber() {
        return submissions + 1;
    }

    /** Changes when attempts to submit that have begun must no longer be accepted. */
    public int abandonedAttempts() {
        return abandonedAttempts;
    }

    public Optional<Long> workingRevision() {
        return Optional.ofNullable(workingRevision);
    }

    public Optional<Long> currentRevision() {
        return Optional.ofNullable(currentRevision);
    }

    public Optional<Long> inForceRevision() {
        return Optional.ofNullable(inForceRevision);
    }

    /** Returns the approved revision of which this qualification is a copy, until one of its own is approved. */
    public Optional<Long> copiedRevision() {
        return inForceRevision == null ? Optional.ofNullable(copiedRevision) : Optional.empty();
    }

    /** Returns the revision shown to the account: the working copy, or the last submitted revision if there is none. */
    public long shownRevision() {
        return workingRevision().or(this::currentRevision).orElseThrow();
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
