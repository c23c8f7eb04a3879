package io.zizhi.qualification.companyauth.local;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.companyauth.provider.ChosenAuthentication;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the page after a scan, with the account's company filled in. */
@ApplicationScoped
class OpenScan {

    private final ChosenAuthentication chosen;
    private final LocalScanRepository scans;
    private final AccountIdentityRepository identities;

    OpenScan(ChosenAuthentication chosen, LocalScanRepository scans, AccountIdentityRepository identities) {
        this.chosen = chosen;
        this.scans = scans;
        this.identities = identities;
    }

    /** Returns the page; fails with 404 unless the stand-in is the chosen provider. */
    @WithTransaction
    public Uni<String> handle(String reference) {
        if (!chosen.isLocal()) {
            throw Problems.notFound("NOT_FOUND", "This company authentication does not exist.");
        }
        return scans.lock(reference)
                .invoke(LocalScan::opened)
                .chain(scan -> scan.isOpen()
                        ? identities.verified(scan.accountId()).map(ScanPage::toConfirm)
                        : Uni.createFrom().item(ScanPage.ended()));
    }
}
