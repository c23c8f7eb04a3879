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
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The verified identity of one account. Locking its row serializes the account's submissions. */
@Entity
@DynamicUpdate
@Table(name = "account_identity")
public class AccountIdentity {

    @Id
    private String accountId;

    /** Null between the insertion of the row and the first verification. */
    @Enumerated(EnumType.STRING)
    private @Nullable AccountKind kind;

    private @Nullable String companyName;

    private @Nullable String creditCode;

    /** Keyed hashes of a person's name and id number; both or none. */
    private @Nullable String personNameIndex;

    private @Nullable String personIdNumberIndex;

    /** The person, encrypted with the account's key; see {@link PersonSeal}. Releases before stored none. */
    @Column(name = "person")
    private byte @Nullable [] encryptedPerson;

    /** 1 after the first verification; each change adds 1. */
    private long version;

    @Column
    private @Nullable Instant verifiedAt;

    protected AccountIdentity() {}

    /** Returns the verified identity, or empty if the account was never verified or has been erased. */
    public Optional<VerifiedIdentity> verified() {
        return kind == null
                ? Optional.empty()
                : Optional.of(new VerifiedIdentity(kind, companyName, creditCode, person()));
    }

    private @Nullable VerifiedPerson person() {
        return VerifiedPerson.stored(personNameIndex, personIdNumberIndex);
    }

    /** Returns whether the account already belongs to a different owner. Changing the owner takes two operators. */
    public boolean belongsToAnother(VerifiedIdentity identity) {
        return verified().filter(known -> !known.isSameOwner(identity)).isPresent();
    }

    /**
     * Sets the identity. Returns false, and changes nothing, if it equals the current one. A person without name and id
     * number keeps the recorded ones.
     */
    public boolean verify(VerifiedIdentity identity, Instant now) {
        VerifiedIdentity complete = identity.keepingPerson(person());
        if (verified().filter(complete::isSame).isPresent()) {
            if (identity.person() != null) {
                storeHashes(identity.person());
            }
            return false;
        }
        set(complete, now);
        version++;
        return true;
    }

    /**
     * Applies an identity published by another system; ignores it unless its version is newer. Events never contain a
     * person's name or id number, so the recorded ones stay.
     */
    void takeOver(VerifiedIdentity identity, long newVersion, Instant now) {
        if (newVersion <= version) {
            return;
        }
        set(identity.keepingPerson(person()), now);
        version = newVersion;
    }

    private void set(VerifiedIdentity identity, Instant now) {
        kind = identity.kind();
        companyName = identity.companyName();
        creditCode = identity.creditCode();
        VerifiedPerson before = person();
        VerifiedPerson person = identity.person();
        if (before == null || person == null || !person.isSame(before)) {
            encryptedPerson = null;
        }
        storeHashes(person);
        verifiedAt = now;
    }

    private void storeHashes(@Nullable VerifiedPerson person) {
        personNameIndex = person == null ? null : person.name().stored();
        personIdNumberIndex = person == null ? null : person.idNumber().stored();
    }

    /** Stores the encrypted person, whose hashes are the account's. */
    void store(byte[] person) {
        encryptedPerson = person;
    }

    byte @Nullable [] encryptedPerson() {
        return encryptedPerson == null ? null : encryptedPerson.clone();
    }

    /** Erases the identity; the version is kept. Returns false if there is none. */
    boolean erase() {
        if (kind == null) {
            return false;
        }
        kind = null;
        companyName = null;
        creditCode = null;
        personNameIndex = null;
        personIdNumberIndex = null;
        encryptedPerson = null;
        verifiedAt = null;
        return true;
    }

    public String accountId() {
        return accountId;
    }

    /** Returns when the current identity was set; null if there is none. */
    @Nullable
    Instant verifiedAt() {
        return verifiedAt;
    }

    public long version() {
        return version;
    }

    public AccountVerified toEvent() {
        VerifiedIdentity identity = verified().orElseThrow();
        return new AccountVerified(accountId, identity.kind(), identity.companyName(), identity.creditCode(), version);
    }
}
