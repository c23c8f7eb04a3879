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
import org.jspecify.annotations.Nullable;

/** The aggregate: one paper by which a company lets another file its signatures. It moves only by its own verbs. */
@Entity
@Table(name = "authorization_letter")
public class AuthorizationLetter {

    @Id
    private long id;

    private String accountId;

    private String name;

    /** Equal for all names that look alike; unique in the account. */
    @Column
    private @Nullable String nameKey;

    @Enumerated(EnumType.STRING)
    private LetterStatus status;

    /** Raised by every verb; what {@code If-Match} names. */
    private long version;

    private int submissions;

    /** The form without the authorised party, which may be a person. */
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

    /** An empty draft; {@link LetterSeal#fill} fills it. */
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

    /** Takes over what is filled in now, in the form in which it is stored. */
    void fill(LetterForm form, JsonObject newContent, byte @Nullable [] newAuthorisedParty) {
        name = form.name();
        nameKey = new WrittenName(name).skeleton();
        content = newContent;
        authorisedParty = newAuthorisedParty;
        creditCode = form.creditCode();
        validFrom = form.validFrom();
        validTo = form.validTo();
    }

    /** 412 unless {@code expected} is the newest version. */
    public AuthorizationLetter requireVersion(long expected) {
        if (version != expected) {
            throw Problems.preconditionFailed("The letter is at version " + version + ", not " + expected + ".");
        }
        return this;
    }

    /** 409 unless it may be filled in. */
    public AuthorizationLetter requireEditable() {
        if (!status.allowsEditing()) {
            throw Problems.conflict(
                    "ILLEGAL_TRANSITION",
                    status == LetterStatus.APPROVED
                            ? "It is approved and cannot be edited; renew it."
                            : "It is in review and cannot be edited; withdraw it first.");
        }
        return this;
    }

    /** Notes that it was filled in anew. */
    public void edited(Instant now) {
        requireEditable();
        changed(now);
    }

    /** 409 unless there is a way from where it stands into review. */
    public void requireSubmittable() {
        requireMove(LetterStatus.IN_REVIEW);
    }

    /** Hands it in under a work order, its own or that of the qualification it travels with. */
    public void submit(long workOrder, Instant now) {
        move(LetterStatus.IN_REVIEW, now);
        submissions++;
        currentOrder = workOrder;
    }

    public void withdraw(Instant now) {
        move(LetterStatus.WITHDRAWN, now);
    }

    /** Whether a decision on what was submitted under {@code workOrder} still means anything. */
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

    /** 409 unless it was approved once, whether its period is over or not. */
    public AuthorizationLetter requireRenewable() {
        if (status != LetterStatus.APPROVED) {
            throw Problems.conflict("ILLEGAL_TRANSITION", "Only an approved letter is renewed; edit this one instead.");
        }
        return this;
    }

    /** Removes it from its account's sight and frees its name. */
    public void delete(Instant now) {
        if (!status.allowsDeletion()) {
            throw Problems.conflict("ILLEGAL_TRANSITION", "It is in review and cannot be deleted; withdraw it first.");
        }
        deletedAt = now;
        changed(now);
    }

    /** Whether it was removed from its account's sight. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Whether it can be relied on that day, in Asia/Shanghai; both ends of its period are included. */
    public LetterValidity validityOn(LocalDate day) {
        boolean valid = status == LetterStatus.APPROVED
                && validFrom != null
                && validTo != null
                && !validFrom.isAfter(day)
                && !validTo.isBefore(day);
        return valid ? LetterValidity.VALID : LetterValidity.INVALID;
    }

    /** The last day of its period, where it is filled in. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(validTo);
    }

    /** The credit code of who authorises, where it is filled in. */
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
            throw Problems.conflict("ILLEGAL_TRANSITION", "It is " + status + " and cannot become " + next + ".");
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

    /** The number that the next submission gets. */
    public int nextNumber() {
        return submissions + 1;
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
