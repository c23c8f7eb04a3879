package io.zizhi.qualification.companyauth.local;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EraseLocalScans implements AccountErasure {

    private final LocalScanRepository scans;

    EraseLocalScans(LocalScanRepository scans) {
        this.scans = scans;
    }

    @Override
    public Uni<Void> erase(String accountId) {
        return scans.delete("accountId", accountId).replaceWithVoid();
    }
}
