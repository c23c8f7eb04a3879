package io.zizhi.qualification.companyauth;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.companyauth.provider.ConfirmedCompany;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.facts.ScanFinding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Finds the result of the authentication that a form names. Call it inside a transaction. */
@ApplicationScoped
public class FindScan {

    private final AuthenticationRepository authentications;
    private final AccountCiphers ciphers;
    private final AuthenticationConfig config;
    private final DatabaseTime time;

    FindScan(
            AuthenticationRepository authentications,
            AccountCiphers ciphers,
            AuthenticationConfig config,
            DatabaseTime time) {
        this.authentications = authentications;
        this.ciphers = ciphers;
        this.config = config;
        this.time = time;
    }

    public Uni<ScanFinding> of(String accountId, QualificationForm form) {
        return Optional.ofNullable(form.company())
                .filter(Company::scanned)
                .map(Company::authenticationId)
                .map(id -> find(accountId, id))
                .orElseGet(() -> Uni.createFrom().item(ScanFinding.NOT_NAMED));
    }

    private Uni<ScanFinding> find(String accountId, String id) {
        return authentications
                .of(accountId, id)
                .chain(found -> found.map(authentication -> finding(accountId, authentication))
                        .orElseGet(() -> Uni.createFrom().item(ScanFinding.NOT_FOUND)));
    }

    private Uni<ScanFinding> finding(String accountId, Authentication authentication) {
        return ciphers.forAccount(accountId)
                .chain(cipher -> time.now().map(now -> finding(authentication, cipher, now)));
    }

    private ScanFinding finding(Authentication authentication, AccountCipher cipher, Instant now) {
        return authentication
                .company(cipher)
                .map(company -> new ScanFinding(stateOf(authentication, now), proven(authentication, company)))
                .orElse(ScanFinding.NOT_CONFIRMED);
    }

    private ScanFinding.State stateOf(Authentication confirmed, Instant now) {
        boolean fresh = confirmed
                .endedAt()
                .map(at -> now.isBefore(at.plus(config.freshFor())))
                .orElse(false);
        return fresh ? ScanFinding.State.CONFIRMED : ScanFinding.State.STALE;
    }

    private static ScanFinding.Proven proven(Authentication confirmed, ConfirmedCompany company) {
        return new ScanFinding.Proven(
                confirmed.provider(),
                confirmed.endedAt().orElseThrow(),
                company.name(),
                company.creditCode(),
                company.legalRepresentativeName(),
                company.validFrom(),
                company.validTo());
    }
}
