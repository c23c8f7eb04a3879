package io.zizhi.platform.operations.audit.acceptance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.audit.anchor.AnchorStore;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import io.zizhi.platform.operations.audit.chain.AuditChains;
import io.zizhi.platform.operations.audit.chain.AuditChains.Linked;
import io.zizhi.platform.operations.audit.chain.ChainedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records damaged chains as they are: reads them to their ends and digests their rows. */
@ApplicationScoped
class SealChains {

    private static final int PAGE = 1_000;

    private final AuditChains chains;
    private final Anchors anchors;

    SealChains(AuditChains chains, Anchors anchors) {
        this.chains = chains;
        this.anchors = anchors;
    }

    /** Reads the chains after the last anchor, so all later anchors must agree with them. */
    Uni<Acceptance.Content> seal(AcceptanceRequest request, Caller person) {
        AnchorStore store =
                anchors.signed().orElseThrow(AcceptanceRepository::notAnchored).store();
        return anchors.call(store::last)
                .map(last -> last.map(signed -> signed.anchor().number()).orElse(0L))
                .chain(anchor -> seal(request.chainsOrNone())
                        .map(seal -> new Acceptance.Content(
                                anchors.service(),
                                anchor,
                                seal,
                                request.evidenceOrNone(),
                                request.reason(),
                                person.subject())));
    }

    private Uni<List<SealedChain>> seal(List<String> names) {
        return Multi.createFrom()
                .iterable(names)
                .onItem()
                .transformToUniAndConcatenate(this::seal)
                .collect()
                .asList();
    }

    private Uni<SealedChain> seal(String chain) {
        return chains.head(chain)
                .map(head -> head.map(
                                known -> new SealedChain(chain, known.sequence(), known.hash(), 0, 0, ChainedRow.FIRST))
                        .orElseGet(() -> new SealedChain(chain, 0, ChainedRow.FIRST, 0, 0, ChainedRow.FIRST)))
                .chain(empty -> readOn(empty, Long.MIN_VALUE, Long.MIN_VALUE));
    }

    private Uni<SealedChain> readOn(SealedChain before, long position, long sequence) {
        return chains.chained(before.chain(), position, sequence, PAGE).chain(page -> {
            List<Linked> rows = page.stream()
                    .takeWhile(linked -> linked.row().chain().equals(before.chain()))
                    .toList();
            SealedChain next = before;
            for (Linked linked : rows) {
                next = with(next, linked);
            }
            return rows.size() < PAGE
                    ? Uni.createFrom().item(next)
                    : readOn(
                            next,
                            rows.getLast().row().position(),
                            rows.getLast().row().sequence());
        });
    }

    private static SealedChain with(SealedChain before, Linked linked) {
        ChainedRow row = linked.row();
        return new SealedChain(
                before.chain(),
                linked.head(),
                linked.headHash().isEmpty() ? ChainedRow.FIRST : linked.headHash(),
                row.position(),
                Math.max(before.through(), row.sequence()),
                row.chainDigest(before.digest()));
    }
}
