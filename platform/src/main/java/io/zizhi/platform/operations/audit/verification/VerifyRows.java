package io.zizhi.platform.operations.audit.verification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.operations.audit.acceptance.Accepted;
import io.zizhi.platform.operations.audit.chain.AuditChains;
import io.zizhi.platform.operations.audit.chain.AuditChains.Linked;
import io.zizhi.platform.operations.audit.chain.ChainedRow;
import io.zizhi.platform.operations.audit.verification.Progress.Phase;
import io.zizhi.platform.operations.audit.verification.Progress.Walk;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Verifies a page of rows: those of the chains, or those that are older than the chains. */
@ApplicationScoped
class VerifyRows {

    private static final int PAGE = 1_000;

    private final AuditChains chains;

    VerifyRows(AuditChains chains) {
        this.chains = chains;
    }

    /** Compares the rows that are older than the chains with their digest in an anchor. Cannot tell which one differs. */
    Uni<Step> old(Progress progress) {
        Walk from = progress.walk();
        return chains.unchained(from == null ? Long.MIN_VALUE : from.sequence(), PAGE)
                .map(rows -> {
                    String digest = progress.digest();
                    for (ChainedRow row : rows) {
                        digest = row.unchainedDigest(digest);
                    }
                    long seen = progress.seen() + rows.size();
                    if (rows.size() == PAGE) {
                        Walk last = Walk.at("", rows.getLast().sequence());
                        return new Step(0, PAGE, List.of(), progress.afterOldRows(seen, digest, last));
                    }
                    return new Step(0, rows.size(), old(progress, seen, digest), progress.in(Phase.ROWS));
                });
    }

    private static List<Finding> old(Progress progress, long seen, String digest) {
        if (progress.oldRows() < 0
                || (progress.oldRows() == seen && progress.oldDigest().equals(digest))) {
            return List.of();
        }
        return List.of(Finding.outsideChains(
                        seen < progress.oldRows()
                                ? FindingKind.ROW_DELETED
                                : seen > progress.oldRows() ? FindingKind.ROW_INSERTED : FindingKind.ROW_EDITED)
                .with(digest));
    }

    Uni<Step> chained(Progress progress, Accepted accepted) {
        Walk from = progress.walk();
        Uni<List<Linked>> page = from == null
                ? chains.chained("", Long.MIN_VALUE, Long.MIN_VALUE, PAGE)
                : chains.chained(from.chain(), from.position(), from.sequence(), PAGE);
        return page.chain(rows -> step(progress, rows, accepted));
    }

    private Uni<Step> step(Progress progress, List<Linked> rows, Accepted accepted) {
        ChainWalk walk = new ChainWalk(progress.walk(), accepted);
        rows.forEach(walk::take);
        boolean ends = rows.size() < PAGE;
        if (ends) {
            walk.end();
        }
        Progress next = ends ? progress.in(Phase.HEADS) : progress.after(Objects.requireNonNull(walk.last()));
        return Multi.createFrom()
                .iterable(walk.suspicions())
                .onItem()
                .transformToUniAndConcatenate(this::decide)
                .collect()
                .asList()
                .map(findings -> new Step(0, rows.size(), findings, next));
    }

    private Uni<Finding> decide(ChainWalk.Suspicion suspicion) {
        String chain = suspicion.finding().chain();
        String link = suspicion.link();
        return chain == null || link == null
                ? Uni.createFrom().item(suspicion.finding())
                : chains.place(chain, link).map(place -> place > 0 ? suspicion.finding() : suspicion.otherwise());
    }
}
