package io.zizhi.qualification.companyauth.local;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.qualification.companyauth.AuthenticationConfig;
import io.zizhi.qualification.companyauth.provider.Beginning;
import io.zizhi.qualification.companyauth.provider.Begun;
import io.zizhi.qualification.companyauth.provider.ChosenAuthentication;
import io.zizhi.qualification.companyauth.provider.CompanyAuthentication;
import io.zizhi.qualification.companyauth.provider.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/** A local stand-in for a provider. Its QR code opens {@link LocalScanResource}. */
@ApplicationScoped
public class LocalAuthentication implements CompanyAuthentication {

    private static final int CAPABILITY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final LocalScanRepository scans;
    private final AccountCiphers ciphers;
    private final String url;

    LocalAuthentication(LocalScanRepository scans, AccountCiphers ciphers, AuthenticationConfig config) {
        this.scans = scans;
        this.ciphers = ciphers;
        this.url = config.local().url();
    }

    @Override
    public String name() {
        return ChosenAuthentication.LOCAL;
    }

    @Override
    @WithTransaction
    public Uni<Begun> begin(Beginning beginning) {
        byte[] capability = new byte[CAPABILITY_BYTES];
        random.nextBytes(capability);
        String reference = Base64.getUrlEncoder().withoutPadding().encodeToString(capability);
        return scans.persist(new LocalScan(reference, beginning.accountId()))
                .map(scan -> new Begun(reference, url + "/local/company-authentications/" + reference));
    }

    @Override
    @WithTransaction
    public Uni<Progress> progress(String reference) {
        return scans.lock(reference)
                .chain(scan -> ciphers.forAccount(scan.accountId()).map(scan::progress));
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("local_company_scan", "reference", "text", "legal_representative_name");
    }
}
