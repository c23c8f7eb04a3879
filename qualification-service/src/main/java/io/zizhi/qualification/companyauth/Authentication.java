package io.zizhi.qualification.companyauth;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.companyauth.provider.AuthenticationStatus;
import io.zizhi.qualification.companyauth.provider.Beginning;
import io.zizhi.qualification.companyauth.provider.Begun;
import io.zizhi.qualification.companyauth.provider.ConfirmedCompany;
import io.zizhi.qualification.companyauth.provider.Progress;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One scan authentication of an account. Once confirmed, denied or expired it never changes again. */
@Entity
@DynamicUpdate
@Table(name = "company_authentication")
public class Authentication {

    @Id
    private String id;

    private String accountId;

    private String provider;

    private String reference;

    private String qrContent;

    @Enumerated(EnumType.STRING)
    private AuthenticationStatus status;

    private Instant startedAt;

    private Instant expiresAt;

    private @Nullable Instant endedAt;

    private @Nullable String companyName;

    private @Nullable String creditCode;

    private byte @Nullable [] legalRepresentativeName;

    private @Nullable LocalDate validFrom;

    private @Nullable LocalDate validTo;

    protected Authentication() {}

    /** Creates a pending authentication that {@code provider} has opened. */
    Authentication(Beginning beginning, String provider, Begun begun, Instant now, Instant expiresAt) {
        this.id = beginning.id();
        this.accountId = beginning.accountId();
        this.provider = provider;
        this.reference = begun.reference();
        this.qrContent = begun.qrContent();
        this.status = AuthenticationStatus.PENDING;
        this.startedAt = now;
        this.expiresAt = expiresAt;
    }

    /**
     * Applies the provider's status; returns true if the status changed. A confirmation that is fetched only after the
     * expiry still counts and is dated at the expiry.
     */
    boolean takeOver(Progress progress, Instant now, AccountCipher cipher) {
        AuthenticationStatus next = progress.status().isOpen() && !now.isBefore(expiresAt)
                ? AuthenticationStatus.EXPIRED
                : progress.status();
        if (!status.isOpen() || next == status || next == AuthenticationStatus.PENDING) {
            return false;
        }
        Optional.ofNullable(progress.company()).ifPresent(company -> store(company, cipher));
        status = next;
        endedAt = next.isOpen() ? null : endOf(next, now);
        return true;
    }

    private Instant endOf(AuthenticationStatus end, Instant now) {
        return end == AuthenticationStatus.CONFIRMED && now.isAfter(expiresAt) ? expiresAt : now;
    }

    private void store(ConfirmedCompany company, AccountCipher cipher) {
        PersonName person = company.legalRepresentativeName();
        companyName = company.name();
        creditCode = company.creditCode();
        legalRepresentativeName = cipher.encryptOrNull(person == null ? null : person.reveal(), address());
        validFrom = company.validFrom();
        validTo = company.validTo();
    }

    private FieldAddress address() {
        return new FieldAddress("company_authentication", "legal_representative_name", id);
    }

    /** Returns the confirmed company, or empty if the authentication is not confirmed. */
    Optional<ConfirmedCompany> company(AccountCipher cipher) {
        if (companyName == null || creditCode == null) {
            return Optional.empty();
        }
        String person = cipher.decryptOrNull(legalRepresentativeName, address());
        return Optional.of(new ConfirmedCompany(
                companyName, creditCode, person == null ? null : PersonName.of(person), validFrom, validTo));
    }

    String id() {
        return id;
    }

    String accountId() {
        return accountId;
    }

    String provider() {
        return provider;
    }

    String reference() {
        return reference;
    }

    String qrContent() {
        return qrContent;
    }

    AuthenticationStatus status() {
        return status;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
