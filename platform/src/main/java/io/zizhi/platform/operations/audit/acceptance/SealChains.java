package io.zizhi.platform.operations.audit.acceptance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import io.zizhi.platform.operations.audit.anchor.Anchors.Signed;
import io.zizhi.platform.operations.audit.anchor.SignedAnchor;
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
        Signed signed = anchors.signed().orElseThrow(AcceptanceRepository::notAnchored);
        return anchors.call(signed.store()::last)
                .map(last -> last.map(each -> number(signed, each)).orElse(0L))
                .chain(anchor -> seal(request.chainsOrNone())
                        .map(seal -> new Acceptance.Content(
                                anchors.service(),
                                anchor,
                                seal,
                                request.evidenceOrNone(),
                                request.reason(),
                                person.subject())));
    }

    /** The number decides which anchors may contradict the chains, so nobody else may choose it. */
    private long number(Signed signed, SignedAnchor last) {
        if (!signed.key().hasSigned(last) || !last.anchor().service().equals(anchors.service())) {
            throw AcceptanceRepository.foreignAnchor();
        }
        return last.anchor().number();
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
