package io.zizhi.qualification.companyauth.local;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.companyauth.provider.ChosenAuthentication;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody confirms or denies on the page. */
@ApplicationScoped
class AnswerScan {

    private final ChosenAuthentication chosen;
    private final LocalScanRepository scans;
    private final AccountCiphers ciphers;

    AnswerScan(ChosenAuthentication chosen, LocalScanRepository scans, AccountCiphers ciphers) {
        this.chosen = chosen;
        this.scans = scans;
        this.ciphers = ciphers;
    }

    /** The page that says so; one that has ended stays as it is. */
    @WithTransaction
    public Uni<String> handle(String reference, ScanAnswer answer) {
        if (!chosen.isLocal()) {
            throw Problems.notFound("NOT_FOUND", "There is nothing here.");
        }
        return scans.lock(reference)
                .call(scan ->
                        scan.isOpen() ? take(scan, answer) : Uni.createFrom().voidItem())
                .replaceWith(ScanPage.ended());
    }

    private Uni<Void> take(LocalScan scan, ScanAnswer answer) {
        if (!answer.confirmed()) {
            scan.deny();
            return Uni.createFrom().voidItem();
        }
        return ciphers.forAccount(scan.accountId())
                .invoke(cipher -> scan.confirm(answer.company(), cipher))
                .replaceWithVoid();
    }
}
