package io.zizhi.platform.operations.audit.acceptance;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.operations.audit.anchor.AnchorKey;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the confirmed acceptances for a verification. Ignores those without a valid signature of the service. */
@ApplicationScoped
public class Acceptances {

    /** Bounds what a page of a verification costs. Findings of further acceptances are reported again. */
    private static final int MOST = 1_000;

    private static final String CONFIRMED = "select " + Acceptance.COLUMNS
            + " from audit_acceptance where state = 'CARRIED_OUT' order by id limit " + MOST;

    private final Anchors anchors;
    private final Blocking blocking;

    Acceptances(Anchors anchors, Blocking blocking) {
        this.anchors = anchors;
        this.blocking = blocking;
    }

    /** Verifies outside the event loop, which a thousand signatures would block. */
    public Uni<Accepted> read() {
        return anchors.signed()
                .map(signed -> Panache.withSession(() -> new NativeQuery(CONFIRMED).rows())
                        .chain(rows -> rows.isEmpty()
                                ? Uni.createFrom().item(Accepted.NONE)
                                : blocking.call(() -> accepted(rows, signed.key()))))
                .orElseGet(() -> Uni.createFrom().item(Accepted.NONE));
    }

    private Accepted accepted(List<Row> rows, AnchorKey key) {
        return new Accepted(rows.stream()
                .map(Acceptance::from)
                .filter(each -> each.isOf(anchors.service()) && each.isConfirmationSignedBy(key))
                .toList());
    }
}
