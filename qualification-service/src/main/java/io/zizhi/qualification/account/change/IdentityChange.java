package io.zizhi.qualification.account.change;

import io.zizhi.contracts.AccountKind;
import io.zizhi.platform.problem.Problems;
import io.zizhi.qualification.account.AccountIdentity;
import io.zizhi.qualification.account.VerifiedIdentity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request to give an account to another company or person. An account has one open request at most. */
@Entity
@Table(name = "account_identity_change")
class IdentityChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private @Nullable Long id;

    @Column(name = "account_id")
    private String accountId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private AccountKind kind;

    @Column(name = "company_name")
    private @Nullable String companyName;

    @Column(name = "credit_code")
    private @Nullable String creditCode;

    /** Of the identity that the request was about; a confirmation must find the same one. */
    @Column(name = "identity_version")
    private long identityVersion;

    @Column(name = "reason")
    private String reason;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private IdentityChangeState state;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    protected IdentityChange() {}

    /** 409 where one operator may set that identity without a second person. */
    static IdentityChange ask(
            AccountIdentity account, VerifiedIdentity identity, String reason, String operator, Instant now) {
        if (!account.belongsToAnother(identity)) {
            throw Problems.conflict(
                    "NOTHING_TO_CONFIRM",
                    "The account has no identity yet, or belongs to this company or person: set the identity directly.");
        }
        IdentityChange change = new IdentityChange();
        change.accountId = account.accountId();
        change.kind = identity.kind();
        change.companyName = identity.companyName();
        change.creditCode = identity.creditCode();
        change.identityVersion = account.version();
        change.reason = reason;
        change.askedBy = operator;
        change.askedAt = now.truncatedTo(ChronoUnit.MICROS);
        change.state = IdentityChangeState.ASKED;
        return change;
    }

    /** 409 when it is closed, 403 when the same person asked for it. */
    void requireConfirmableBy(String operator) {
        requireOpen();
        if (askedBy.equals(operator)) {
            throw Problems.forbidden(
                    "SECOND_PERSON_REQUIRED", "Another operator than the one who asked must confirm the change.");
        }
    }

    /** 409 when the account's identity is not the one that the request was about, or was erased. */
    void requireUnchanged(AccountIdentity account) {
        if (account.version() != identityVersion || account.verified().isEmpty()) {
            throw Problems.conflict(
                    "IDENTITY_CHANGED",
                    "The identity has changed since the request was made. Take the request back and make a new one.");
        }
    }

    void carryOut(String operator, Instant now) {
        close(IdentityChangeState.CARRIED_OUT, operator, now);
    }

    void takeBack(String operator, Instant now) {
        requireOpen();
        close(IdentityChangeState.TAKEN_BACK, operator, now);
    }

    private void requireOpen() {
        if (state != IdentityChangeState.ASKED) {
            throw Problems.conflict("IDENTITY_CHANGE_CLOSED", "This change was confirmed or taken back already.");
        }
    }

    private void close(IdentityChangeState end, String operator, Instant now) {
        state = end;
        closedBy = operator;
        closedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    VerifiedIdentity identity() {
        return new VerifiedIdentity(kind, companyName, creditCode);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String accountId() {
        return accountId;
    }

    String reason() {
        return reason;
    }

    String askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    IdentityChangeState state() {
        return state;
    }

    @Nullable
    String closedBy() {
        return closedBy;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
