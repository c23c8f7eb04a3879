package io.zizhi.qualification.companyauth.local;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.companyauth.provider.ChosenAuthentication;
import jakarta.enterprise.context.ApplicationScoped;

/** Confirms or denies an authentication, as chosen on the page of the local stand-in provider. */
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

    /** Returns the closing page. An authentication that has already ended stays unchanged. */
    @WithTransaction
    public Uni<String> handle(String reference, ScanAnswer answer) {
        if (!chosen.isLocal()) {
            throw Problems.notFound("NOT_FOUND", "This company authentication does not exist.");
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
