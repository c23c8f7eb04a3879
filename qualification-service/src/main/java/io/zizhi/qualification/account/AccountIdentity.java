package io.zizhi.qualification.account;

import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.AccountVerified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verified identity of one account. Its row is also the lock under which an account's submissions queue up. */
@Entity
@Table(name = "account_identity")
public class AccountIdentity {

    @Id
    private String accountId;

    /** Null in the moment between the row's creation and its first verification. */
    @Enumerated(EnumType.STRING)
    private @Nullable AccountKind kind;

    private @Nullable String companyName;

    private @Nullable String creditCode;

    /** 1 for the first verification, then counted up with each change. */
    private long version;

    @Column
    private @Nullable Instant verifiedAt;

    protected AccountIdentity() {}

    /** Nothing where nobody has verified the account yet. */
    public Optional<VerifiedIdentity> verified() {
        return kind == null ? Optional.empty() : Optional.of(new VerifiedIdentity(kind, companyName, creditCode));
    }

    /** Whether the account belongs to somebody else than {@code identity}; one operator alone does not change that. */
    public boolean belongsToAnother(VerifiedIdentity identity) {
        return verified().filter(known -> !known.isSameOwner(identity)).isPresent();
    }

    /** Takes the identity over; false when it is the one already known, which is no change. */
    public boolean verify(VerifiedIdentity identity, Instant now) {
        if (verified().filter(identity::equals).isPresent()) {
            return false;
        }
        kind = identity.kind();
        companyName = identity.companyName();
        creditCode = identity.creditCode();
        version++;
        verifiedAt = now;
        return true;
    }

    /** Takes over what another system told; nothing happens where something newer is known. */
    void takeOver(VerifiedIdentity identity, long newVersion, Instant now) {
        if (newVersion <= version) {
            return;
        }
        kind = identity.kind();
        companyName = identity.companyName();
        creditCode = identity.creditCode();
        version = newVersion;
        verifiedAt = now;
    }

    /** Nobody knows any more who the account belongs to; its version counts on. */
    void erase() {
        kind = null;
        companyName = null;
        creditCode = null;
        verifiedAt = null;
    }

    public String accountId() {
        return accountId;
    }

    public long version() {
        return version;
    }

    public AccountVerified toEvent() {
        VerifiedIdentity identity = verified().orElseThrow();
        return new AccountVerified(accountId, identity.kind(), identity.companyName(), identity.creditCode(), version);
    }
}
