package io.zizhi.qualification.model.letter;

import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.form.LetterForm;
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
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate of an authorization letter, by which a company allows an account to register its signatures. Its state
 * changes only through its own methods.
 */
@Entity
@DynamicUpdate
@Table(name = "authorization_letter")
public class AuthorizationLetter {

    @Id
    private long id;

    private String accountId;

    private String name;

    /** Normalised name: equal for similar-looking names; unique in the account. */
    @Column
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private LetterStatus status;

    /** Incremented by every change; clients send it as {@code If-Match}. */
    private long version;

    private int submissions;

    /**
     * How often another service was told that an attempt to submit had failed. Only its own statement writes it, see
     * {@code SettleAttempt}.
     */
    @Column(insertable = false, updatable = false)
    private int abandonedAttempts;

    /** The form without the authorised party, which may be a natural person. */
    private JsonObject content;

    private byte @Nullable [] authorisedParty;

    private @Nullable String creditCode;

    private @Nullable LocalDate validFrom;

    private @Nullable LocalDate validTo;

    private @Nullable Long currentOrder;

    private @Nullable Long renewalOf;

    private Instant createdAt;

    private Instant updatedAt;

    private @Nullable Instant deletedAt;

    protected AuthorizationLetter() {}

    /** Creates an empty draft; {@link LetterSeal#fill} fills it. */
    static AuthorizationLetter draft(long id, String accountId, @Nullable Long renewalOf, Instant now) {
        AuthorizationLetter draft = new AuthorizationLetter();
        draft.id = id;
        draft.accountId = accountId;
        draft.status = LetterStatus.DRAFT;
        draft.version = 1;
        draft.renewalOf = renewalOf;
        draft.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        draft.updatedAt = draft.createdAt;
        return draft;
    }

    /** Replaces the content, given in the form in which it is stored. */
    void fill(LetterForm form, JsonObject newContent, byte @Nullable [] newAuthorisedParty) {
        name = form.name();
        nameKey = new WrittenName(name).skeleton();
        content = newContent;
        authorisedParty = newAuthorisedParty;
        creditCode = form.creditCode();
        validFrom = form.validFrom();
        validTo = form.validTo();
    }

    /** Fails with 412 unless {@code expected} is the current version. */
    public AuthorizationLetter requireVersion(long expected) {
        if (version != expected) {
            throw Problems.preconditionFailed("The letter is at version " + version + ", not " + expected + ".");
        }
        return this;
    }

    /** Fails with 409 unless the letter can be edited. */
    public AuthorizationLetter requireEditable() {
        if (!status.allowsEditing()) {
            throw Problems.conflict(
                    "ILLEGAL_TRANSITION",
                    status == LetterStatus.APPROVED
                            ? "An approved letter cannot be edited; renew it instead."
                            : "The letter is in review; withdraw it before editing.");
        }
        return this;
    }

    public void edited(Instant now) {
        requireEditable();
        changed(now);
    }

    /** Fails with 409 unless the letter can be submitted from its current status. */
    public void requireSubmittable() {
        requireMove(LetterStatus.IN_REVIEW);
    }

    /** Submits the letter under its own work order or under that of the qualification submitted with it. */
    public void submit(long workOrder, Instant now) {
        move(LetterStatus.IN_REVIEW, now);
        submissions++;
        currentOrder = workOrder;
    }

    public void withdraw(Instant now) {
        move(LetterStatus.WITHDRAWN, now);
    }

    /** Returns whether a decision on the submission {@code workOrder} can still be applied. */
    public boolean awaitsDecisionOn(long workOrder) {
        return status == LetterStatus.IN_REVIEW && Long.valueOf(workOrder).equals(currentOrder);
    }

    public void decide(ReviewOutcome outcome, Instant now) {
        move(
                switch (outcome) {
                    case APPROVED -> LetterStatus.APPROVED;
                    case REJECTED -> LetterStatus.REJECTED;
                    case SUPPLEMENT_REQUESTED -> LetterStatus.SUPPLEMENT_REQUIRED;
                },
                now);
    }

    /** Fails with 409 unless the letter was approved, whether expired or not. */
    public AuthorizationLetter requireRenewable() {
        if (status != LetterStatus.APPROVED) {
            throw Problems.conflict("ILLEGAL_TRANSITION", "Only an approved letter can be renewed; edit this one.");
        }
        return this;
    }

    /** Hides the letter from its account and frees its name. */
    public void delete(Instant now) {
        if (!status.allowsDeletion()) {
            throw Problems.conflict("ILLEGAL_TRANSITION", "The letter is in review; withdraw it before deleting.");
        }
        deletedAt = now;
        changed(now);
    }

    /** Hides the letter of an erased account, in any status. One in review counts as withdrawn. */
    public void erase(Instant now) {
        if (status == LetterStatus.IN_REVIEW) {
            status = LetterStatus.WITHDRAWN;
        }
        deletedAt = now;
        changed(now);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /**
     * Returns whether the letter is valid on a day in Asia/Shanghai; its period includes both its first and its last
     * day.
     */
    public LetterValidity validityOn(LocalDate day) {
        boolean valid = status == LetterStatus.APPROVED
                && validFrom != null
                && validTo != null
                && !validFrom.isAfter(day)
                && !validTo.isBefore(day);
        return valid ? LetterValidity.VALID : LetterValidity.INVALID;
    }

    /** Returns the first day of validity if it is filled in. */
    public Optional<LocalDate> firstDay() {
        return Optional.ofNullable(validFrom);
    }

    /** Returns the last day of its period, if filled in. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(validTo);
    }

    /** Returns the credit code of the authorising company, if filled in. */
    public Optional<String> creditCode() {
        return Optional.ofNullable(creditCode);
    }

    private void move(LetterStatus next, Instant now) {
        requireMove(next);
        status = next;
        changed(now);
    }

    private void requireMove(LetterStatus next) {
        if (!status.canMoveTo(next)) {
            throw Problems.conflict(
                    "ILLEGAL_TRANSITION", "The letter cannot change from " + status + " to " + next + ".");
        }
    }

    private void changed(Instant now) {
        version++;
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
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

    public LetterStatus status() {
        return status;
    }

    public long version() {
        return version;
    }

    public int nextNumber() {
        return submissions + 1;
    }

    /** Changes when attempts to submit that have begun must no longer be accepted. */
    public int abandonedAttempts() {
        return abandonedAttempts;
    }

    JsonObject content() {
        return content;
    }

    byte @Nullable [] authorisedParty() {
        return authorisedParty;
    }

    public Optional<Long> currentOrder() {
        return Optional.ofNullable(currentOrder);
    }

    public Optional<Long> renewalOf() {
        return Optional.ofNullable(renewalOf);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
