package io.zizhi.platform.operations.audit.acceptance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.audit.anchor.AnchorKey;
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
                .chain(anchor -> seal(request, signed.key())
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

    private Uni<List<SealedChain>> seal(AcceptanceRequest request, AnchorKey key) {
        return Multi.createFrom()
                .iterable(request.chainsOrNone())
                .onItem()
                .transformToUniAndConcatenate(chain -> seal(chain, request, key))
                .collect()
                .asList();
    }

    /**
     * Seals a chain of the log or of an anchor. Rejects other names, because a confirmation would create a chain with that
     * name.
     */
    private Uni<SealedChain> seal(String chain, AcceptanceRequest request, AnchorKey key) {
        return chains.head(chain).chain(head -> {
            SealedChain empty = head.map(
                            known -> new SealedChain(chain, known.sequence(), known.hash(), 0, 0, ChainedRow.FIRST))
                    .orElseGet(() -> new SealedChain(chain, 0, ChainedRow.FIRST, 0, 0, ChainedRow.FIRST));
            return readToEnd(empty).invoke(seal -> {
                if (head.isEmpty()
                        && seal.equals(empty)
                        && !request.evidenceOrNone().contains(key.proofOfChain(anchors.service(), chain))) {
                    throw request.unknown(chain);
                }
            });
        });
    }

    private Uni<SealedChain> readToEnd(SealedChain empty) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Reading(empty), this::readPage)
                .whilst(reading -> reading.goesOn)
                .collect()
                .last()
                .map(reading -> reading.seal);
    }

    private Uni<Reading> readPage(Reading reading) {
        return chains.chained(reading.seal.chain(), reading.position, reading.sequence, PAGE)
                .map(page -> {
                    page.stream()
                            .takeWhile(linked -> linked.row().chain().equals(reading.seal.chain()))
                            .forEach(reading::take);
                    reading.goesOn =
                            page.size() == PAGE && page.getLast().row().chain().equals(reading.seal.chain());
                    return reading;
                });
    }

    /** How far one chain is read. Its pages are read one after another. */
    private static final class Reading {

        private SealedChain seal;
        private long position = Long.MIN_VALUE;
        private long sequence = Long.MIN_VALUE;
        private boolean goesOn;

        Reading(SealedChain empty) {
            this.seal = empty;
        }

        void take(Linked linked) {
            seal = with(seal, linked);
            position = linked.row().position();
            sequence = linked.row().sequence();
        }
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
