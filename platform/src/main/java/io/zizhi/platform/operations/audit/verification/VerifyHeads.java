package io.zizhi.platform.operations.audit.verification;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.operations.audit.acceptance.Accepted;
import io.zizhi.platform.operations.audit.anchor.AnchorSettings;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import io.zizhi.platform.operations.audit.chain.AuditChains;
import io.zizhi.platform.operations.audit.chain.AuditChains.Checked;
import io.zizhi.platform.operations.audit.verification.Progress.Walk;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Verifies a page of heads: each has rows, and an anchor has it in time. */
@ApplicationScoped
class VerifyHeads {

    private static final int PAGE = 1_000;

    /** Time to write the anchors of many heads, or to restart. */
    private static final Duration SPARE = Duration.ofMinutes(5);

    private final AuditChains chains;
    private final Anchors anchors;
    private final AnchorSettings settings;

    VerifyHeads(AuditChains chains, Anchors anchors, AnchorSettings settings) {
        this.chains = chains;
        this.anchors = anchors;
        this.settings = settings;
    }

    Uni<Step> step(Progress progress, Accepted accepted) {
        Walk from = progress.walk();
        return chains.heads(from == null ? null : from.chain(), settings.every().plus(SPARE), PAGE)
                .map(heads -> {
                    List<Finding> findings = heads.stream()
                            .flatMap(head -> check(head, accepted))
                            .toList();
                    return new Step(
                            0,
                            0,
                            findings,
                            heads.size() < PAGE
                                    ? null
                                    : progress.after(Walk.at(heads.getLast().chain(), 0)));
                });
    }

    private Stream<Finding> check(Checked head, Accepted accepted) {
        if (!head.hasRows()) {
            Finding deleted = Finding.inChain(FindingKind.CHAIN_DELETED, head.chain(), 1);
            return Stream.of(accepted.chain(head.chain())
                    .filter(seal -> seal.chain().last() == 0 && seal.chain().head() == head.sequence())
                    .map(seal -> deleted.acceptedBy(seal.acceptance()))
                    .orElse(deleted));
        }
        return head.overdue() && anchors.signed().isPresent()
                ? Stream.of(Finding.inChain(FindingKind.NOT_ANCHORED, head.chain(), head.sequence()))
                : Stream.empty();
    }
}
