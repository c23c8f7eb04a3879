package io.zizhi.qualification.companyauth.local;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.companyauth.provider.AuthenticationStatus;
import io.zizhi.qualification.companyauth.provider.ConfirmedCompany;
import io.zizhi.qualification.companyauth.provider.Progress;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One authentication at the local stand-in provider. */
@Entity
@DynamicUpdate
@Table(name = "local_company_scan")
public class LocalScan {

    /** Secret reference: anyone who knows it may confirm. */
    @Id
    private String reference;

    private String accountId;

    @Enumerated(EnumType.STRING)
    private AuthenticationStatus status;

    private @Nullable String companyName;

    private @Nullable String creditCode;

    private byte @Nullable [] legalRepresentativeName;

    private @Nullable LocalDate validFrom;

    private @Nullable LocalDate validTo;

    protected LocalScan() {}

    LocalScan(String reference, String accountId) {
        this.reference = reference;
        this.accountId = accountId;
        this.status = AuthenticationStatus.PENDING;
    }

    void opened() {
        if (status == AuthenticationStatus.PENDING) {
            status = AuthenticationStatus.SCANNED;
        }
    }

    /** Returns whether the scan can still be confirmed or denied. */
    boolean isOpen() {
        return status.isOpen();
    }

    void deny() {
        status = AuthenticationStatus.DENIED;
    }

    void confirm(ConfirmedCompany company, AccountCipher cipher) {
        PersonName person = company.legalRepresentativeName();
        companyName = company.name();
        creditCode = company.creditCode();
        legalRepresentativeName = cipher.encryptOrNull(person == null ? null : person.reveal(), address());
        validFrom = company.validFrom();
        validTo = company.validTo();
        status = AuthenticationStatus.CONFIRMED;
    }

    Progress progress(AccountCipher cipher) {
        return companyName == null || creditCode == null
                ? new Progress(status, null)
                : Progress.confirmed(company(companyName, creditCode, cipher));
    }

    private ConfirmedCompany company(String name, String code, AccountCipher cipher) {
        String person = cipher.decryptOrNull(legalRepresentativeName, address());
        return new ConfirmedCompany(name, code, person == null ? null : PersonName.of(person), validFrom, validTo);
    }

    private FieldAddress address() {
        return new FieldAddress("local_company_scan", "legal_representative_name", reference);
    }

    String accountId() {
        return accountId;
    }
}
