package io.zizhi.platform.operations.audit.acceptance;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the confirmed acceptances for a verification. Ignores those without a valid signature of the service. */
@ApplicationScoped
public class Acceptances {

    /** Bounds what a page of a verification costs. Findings of further acceptances are reported again. */
    private static final int MOST = 1_000;

    private static final String CONFIRMED = "select " + Acceptance.COLUMNS
            + " from audit_acceptance where state = 'CARRIED_OUT' order by id limit " + MOST;

    private final Anchors anchors;

    Acceptances(Anchors anchors) {
        this.anchors = anchors;
    }

    @WithSession
    public Uni<Accepted> read() {
        return anchors.signed()
                .map(signed -> new NativeQuery(CONFIRMED)
                        .rows()
                        .map(rows -> new Accepted(rows.stream()
                                .flatMap(row -> Acceptance.from(row).stream())
                                .filter(each -> each.isConfirmationSignedBy(signed.key())
                                        && each.content().service().equals(anchors.service()))
                                .toList())))
                .orElseGet(() -> Uni.createFrom().item(Accepted.NONE));
    }
}
