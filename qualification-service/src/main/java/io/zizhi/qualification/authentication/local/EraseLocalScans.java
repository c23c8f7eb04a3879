package io.zizhi.qualification.authentication.local;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.inbox.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Forgets who confirmed to an erased account on the page. */
@ApplicationScoped
class EraseLocalScans implements AccountErasure {

    private final LocalScanRepository scans;

    @Inject
    EraseLocalScans(LocalScanRepository scans) {
        this.scans = scans;
    }

    @Override
    public Uni<Void> erase(String accountId) {
        return scans.delete("accountId", accountId).replaceWithVoid();
    }
}
