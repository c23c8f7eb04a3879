package io.zizhi.qualification.model.qualification;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.form.Particulars;
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

/** The aggregate: one id for life, however often it is submitted. It moves only by its own verbs. */
@Entity
@Table(name = "qualification")
public class Qualification {

    @Id
    private long id;

    private String accountId;

    private String name;

    /** Equal for all names that look alike; unique in the account. */
    @Column
    private @Nullable String nameKey;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private QualificationStatus status;

    /** Raised by every verb; what {@code If-Match} names. */
    private long version;

    private int submissions;

    /** Fixed with the first submission; null before. */
    private @Nullable String creditCode;

    /** Of the revision shown, as the company's name; for lists. */
    @Enumerated(EnumType.STRING)
    private OwnerType ownerType;

    private @Nullable String companyName;

    /** The first end among the evidence of the revision in force, its letter too, or of the one shown while none is. */
    private @Nullable LocalDate expiresOn;

    private @Nullable Long workingRevision;

    /** The one that the status speaks of: submitted last, or in force again since an amendment was discarded. */
    private @Nullable Long currentRevision;

    private @Nullable Long inForceRevision;

    private Instant createdAt;

    private Instant updatedAt;

    @Column
    private @Nullable Instant deletedAt;

    protected Qualification() {}

    /** Opens a qualification with the working copy {@code workingRevision}, of which {@code firstEnd} is the first end. */
    public static Qualification draft(
            long id,
            String accountId,
            Particulars form,
            Optional<LocalDate> firstEnd,
            long workingRevision,
            Instant now) {
        Qualification draft = new Qualification();
        draft.id = id;
        draft.accountId = accountId;
        draft.show(form);
        draft.expiresOn = firstEnd.orElse(null);
        draft.status = QualificationStatus.DRAFT;
        draft.version = 1;
        draft.workingRevision = workingRevision;
        draft.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        draft.updatedAt = draft.createdAt;
        return draft;
    }

    /** 412 unless {@code expected} is the newest version. */
    public Qualification requireVersion(long expected) {
        if (version != expected) {
            throw Problems.preconditionFailed("The qualification is at version " + version + ", not " + expected + ".");
        }
        return this;
    }

    /**
     * Notes that the working copy now holds {@code form}, of which {@code firstEnd} is the first end; {@code
     * newWorkingRevision} may be a new one.
     */
    public void edit(Particulars form, Optional<LocalDate> firstEnd, long newWorkingRevision, Instant now) {
        requireEditable();
        requireFixedFields(form);
        show(form);
        if (inForceRevision == null) {
            expiresOn = firstEnd.orElse(null);
        }
        workingRevision = newWorkingRevision;
        changed(now);
    }

    /** 409 unless the working copy may be filled in. */
    public void requireEditable() {
        if (!status.allowsEditing()) {
            throw Problems.conflict("ILLEGAL_TRANSITION", "It is in review and cannot be edited; withdraw it first.");
        }
    }

    /**
     * 409 unless there is a working copy and a status to submit it from. What was submitted last is not handed in again
     * as it is: its consent and its phone verification were given for that submission only.
     */
    public void requireSubmittable() {
        requireMove(QualificationStatus.IN_REVIEW);
        if (workingRevision == null) {
            throw Problems.conflict("NOTHING_CHANGED", "Nothing was changed since the last submission; edit it first.");
        }
    }

    /** Hands the working copy, which holds {@code form}, in; from now on name, purpose and credit code are fixed. */
    public void submit(Particulars form, Instant now) {
        requireSubmittable();
        requireFixedFields(form);
        status = QualificationStatus.IN_REVIEW;
        creditCode = form.creditCode().orElse(null);
        submissions++;
        currentRevision = workingRevision;
        workingRevision = null;
        changed(now);
    }

    /** Takes the submitted revision back. */
    public void withdraw(Instant now) {
        requireMove(QualificationStatus.WITHDRAWN);
        status = QualificationStatus.WITHDRAWN;
        changed(now);
    }

    /** Whether a decision on {@code revision} still means anything. */
    public boolean awaitsDecisionOn(long revision) {
        return status == QualificationStatus.IN_REVIEW && Long.valueOf(revision).equals(currentRevision);
    }

    /**
     * Takes the reviewer's decision on the submitted revision, of which {@code firstEnd} is the first end, over; approved, it
     * comes into force.
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
        }
        changed(now);
    }

    /**
     * Gives up whatever came after the revision in force: a working copy, or what was rejected, sent back for more material
     * or withdrawn. The revision in force, which holds {@code inForce}, is then the current one again.
     */
    public void discardAmendment(Particulars inForce, Instant now) {
        requireDiscardable();
        show(inForce);
        status = QualificationStatus.APPROVED;
        currentRevision = inForceRevision;
        workingRevision = null;
        changed(now);
    }

    /** 409 unless there is something to give up and a revision in force to return to. */
    private void requireDiscardable() {
        if (!status.allowsDiscarding()) {
            throw Problems.conflict("ILLEGAL_TRANSITION", "It is " + status + " and has no amendment to discard.");
        }
        if (inForceRevision == null) {
            throw Problems.conflict("NOT_IN_FORCE", "No revision was approved yet, so there is nothing to return to.");
        }
        if (status == QualificationStatus.APPROVED && workingRevision == null) {
            throw Problems.conflict("NOTHING_TO_DISCARD", "There is no amendment.");
        }
    }

    /** Removes it from its account's sight and frees its name. */
    public void delete(Instant now) {
        if (!status.allowsDeletion()) {
            throw Problems.conflict("ILLEGAL_TRANSITION", "It is in review and cannot be deleted; withdraw it first.");
        }
        deletedAt = now;
        changed(now);
    }

    /** Shows itself as {@code form} says. */
    private void show(Particulars form) {
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
        return Problems.conflict("ILLEGAL_TRANSITION", "It is " + status + " and cannot become " + next + ".");
    }

    private void requireFixedFields(Particulars form) {
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

    /** Name of the owner, where it is filled in and is no person. */
    public Optional<String> companyName() {
        return Optional.ofNullable(companyName);
    }

    /** Credit code of the owner; fixed, and there, once it was submitted. */
    public Optional<String> creditCode() {
        return Optional.ofNullable(creditCode);
    }

    /** The day up to which all evidence is valid, the letter included. */
    public Optional<LocalDate> expiresOn() {
        return Optional.ofNullable(expiresOn);
    }

    public QualificationStatus status() {
        return status;
    }

    public long version() {
        return version;
    }

    /** The version that the next verb gives it. */
    public long nextVersion() {
        return version + 1;
    }

    /** The number that the next submitted revision gets. */
    public int nextNumber() {
        return submissions + 1;
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

    /** The revision that its account sees: what is being filled in, else what was submitted last. */
    public long shownRevision() {
        return workingRevision().or(this::currentRevision).orElseThrow();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
