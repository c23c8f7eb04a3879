package io.zizhi.platform.operations.audit.verification;

import io.zizhi.platform.operations.audit.acceptance.Accepted;
import io.zizhi.platform.operations.audit.acceptance.Accepted.Sealed;
import io.zizhi.platform.operations.audit.acceptance.SealedChain;
import io.zizhi.platform.operations.audit.chain.AuditChains.Linked;
import io.zizhi.platform.operations.audit.chain.ChainedRow;
import io.zizhi.platform.operations.audit.verification.Progress.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks along the rows of chains and compares each with the one before it. Knows nothing of anchors, so it does not find
 * a chain that was rewritten consistently.
 */
final class ChainWalk {

    /**
     * A finding that depends on the rest of the chain.
     *
     * @param finding holds if another row of the chain has the hash {@code link}, or if that is null
     * @param otherwise holds if none has
     */
    record Suspicion(Finding finding, @Nullable String link, Finding otherwise) {}

    private final List<Suspicion> suspicions = new ArrayList<>();
    private final Accepted accepted;
    private @Nullable Walk last;

    /** @param last the last row of the page before; null if this is the first page */
    ChainWalk(@Nullable Walk last, Accepted accepted) {
        this.last = last;
        this.accepted = accepted;
    }

    /**
     * Takes the next row in the order of chain, position and number. Accepted rows are only digested, and the rows behind
     * them are linked to the head that was accepted.
     */
    void take(Linked linked) {
        ChainedRow row = linked.row();
        Optional<SealedChain> seal = accepted.chain(row.chain()).map(Sealed::chain);
        Walk before = last;
        if (before == null || !row.chain().equals(before.chain())) {
            end();
            before = start(row.chain(), seal);
        }
        boolean isSealed = seal.filter(chain -> chain.has(row)).isPresent();
        Optional<Suspicion> wrong = isSealed || before.bad() ? Optional.empty() : check(row, before);
        wrong.ifPresent(suspicions::add);
        last = new Walk(
                row.chain(),
                row.position(),
                row.sequence(),
                isSealed ? before.linked() : row.position(),
                isSealed ? before.hash() : row.hash(),
                linked.head(),
                linked.headHash(),
                before.bad() || wrong.isPresent(),
                isSealed ? row.chainDigest(before.digest()) : before.digest());
    }

    private static Walk start(String chain, Optional<SealedChain> seal) {
        return new Walk(
                chain,
                0,
                0,
                seal.map(SealedChain::head).orElse(0L),
                seal.map(SealedChain::headHash).orElse(ChainedRow.FIRST),
                0,
                ChainedRow.FIRST,
                false,
                ChainedRow.FIRST);
    }

    private static Optional<Suspicion> check(ChainedRow row, Walk before) {
        long expected = before.linked() + 1;
        if (row.position() > expected) {
            return sure(FindingKind.ROW_DELETED, row.chain(), expected);
        }
        if (row.position() < expected) {
            return sure(FindingKind.ROW_INSERTED, row.chain(), row.position());
        }
        if (!row.previousHash().equals(before.hash())) {
            return brokenLink(row);
        }
        return row.isIntactAt(row.position())
                ? Optional.empty()
                : sure(FindingKind.ROW_EDITED, row.chain(), row.position());
    }

    /** An intact row at another position shows that others were added or removed before it, or that it was moved. */
    private static Optional<Suspicion> brokenLink(ChainedRow row) {
        String chain = row.chain();
        long position = row.position();
        if (row.isIntactAt(position)) {
            return sure(FindingKind.ROW_EDITED, chain, Math.max(1, position - 1));
        }
        if (row.isIntactAt(position - 1)) {
            return sure(FindingKind.ROW_INSERTED, chain, position - 1);
        }
        FindingKind otherwise = row.isIntactAt(position + 1) ? FindingKind.ROW_DELETED : FindingKind.ROW_EDITED;
        return Optional.of(new Suspicion(
                Finding.inChain(FindingKind.ROWS_REORDERED, chain, position),
                row.previousHash(),
                Finding.inChain(otherwise, chain, position)));
    }

    private static Optional<Suspicion> sure(FindingKind kind, String chain, long position) {
        Finding finding = Finding.inChain(kind, chain, position);
        return Optional.of(new Suspicion(finding, null, finding));
    }

    /** Ends a chain: its accepted rows are unchanged, and its last row must be its head. */
    void end() {
        Walk ended = last;
        if (ended == null) {
            return;
        }
        accepted.chain(ended.chain()).ifPresent(seal -> suspicions.add(seal(ended, seal)));
        if (ended.bad()) {
            return;
        }
        if (ended.head() > ended.linked()) {
            sure(FindingKind.CHAIN_TRUNCATED, ended.chain(), ended.linked() + 1).ifPresent(suspicions::add);
        } else if (ended.head() < ended.linked() || !ended.headHash().equals(ended.hash())) {
            sure(FindingKind.HEAD_CHANGED, ended.chain(), ended.linked()).ifPresent(suspicions::add);
        }
    }

    private static Suspicion seal(Walk ended, Sealed seal) {
        String chain = ended.chain();
        long position = seal.chain().head();
        Finding finding = ended.digest().equals(seal.chain().digest())
                ? Finding.inChain(FindingKind.DAMAGE_ACCEPTED, chain, position).acceptedBy(seal.acceptance())
                : Finding.inChain(FindingKind.DAMAGE_CHANGED, chain, position);
        return new Suspicion(finding, null, finding);
    }

    /** Returns the last row taken; null if there was none. */
    @Nullable
    Walk last() {
        return last;
    }

    List<Suspicion> suspicions() {
        return suspicions;
    }
}
