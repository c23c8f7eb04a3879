package io.zizhi.platform.operations.audit.anchor;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.operations.audit.anchor.Anchors.Signed;
import io.zizhi.platform.operations.audit.chain.AuditChains;
import io.zizhi.platform.operations.audit.chain.AuditChains.State;
import io.zizhi.platform.operations.audit.chain.ChainedRow;
import io.zizhi.platform.operations.audit.chain.Head;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the next anchor: the heads that changed since the last one. An anchor is durable in its store before the
 * database records it. A crash in between repeats heads in the next anchor and loses none.
 */
@ApplicationScoped
public class AnchorHeads {

    /** Heads per anchor. More changed heads are in anchors that follow at once. */
    public static final int MOST = 500;

    /** An anchor without heads shows that anchoring works, although nothing was audited. */
    private static final Duration QUIET = Duration.ofMinutes(10);

    private static final int UNCHAINED_ROWS = 2_000;
    private static final Logger LOG = Logger.getLogger(AnchorHeads.class);

    private final Anchors anchors;
    private final AuditChains chains;
    private final AnchorMetrics metrics;
    private final Clock clock;
    private volatile OldRows oldRows = OldRows.START;

    AnchorHeads(Anchors anchors, AuditChains chains, AnchorMetrics metrics, Clock clock) {
        this.anchors = anchors;
        this.chains = chains;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** How far this replica has digested the rows that are older than the chains. */
    private record OldRows(long sequence, long rows, String digest, boolean done) {

        static final OldRows START = new OldRows(0, 0, ChainedRow.FIRST, false);

        OldRows with(List<ChainedRow> page) {
            String next = digest;
            for (ChainedRow row : page) {
                next = row.unchainedDigest(next);
            }
            return new OldRows(
                    page.isEmpty() ? sequence : page.getLast().sequence(),
                    rows + page.size(),
                    next,
                    page.size() < UNCHAINED_ROWS);
        }
    }

    /** Writes an anchor if there is something to anchor. Returns true if another one should follow at once. */
    public Uni<Boolean> write() {
        return anchors.signed().isEmpty()
                ? Uni.createFrom().item(false)
                : write(anchors.signed().get());
    }

    private Uni<Boolean> write(Signed signed) {
        return chains.state()
                .call(this::digestOldRows)
                .chain(state -> chains.changed(MOST).chain(heads -> write(signed, state, heads)));
    }

    /** Digests one page of the old rows, until an anchor has their digest. */
    private Uni<Void> digestOldRows(State state) {
        return state.hasUnchained() || oldRows.done()
                ? Uni.createFrom().voidItem()
                : chains.unchained(oldRows.sequence(), UNCHAINED_ROWS)
                        .invoke(page -> oldRows = oldRows.with(page))
                        .replaceWithVoid();
    }

    private Uni<Boolean> write(Signed signed, State state, List<Head> heads) {
        Anchor.Unchained unchained =
                state.hasUnchained() || !oldRows.done() ? null : new Anchor.Unchained(oldRows.rows(), oldRows.digest());
        return anchors.call(() -> append(signed, state, heads, unchained))
                .call(written -> written.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : chains.anchored(written.get().number(), heads, unchained != null))
                .replaceWith(heads.size() == MOST || (!state.hasUnchained() && unchained == null));
    }

    private Optional<Anchor> append(
            Signed signed, State state, List<Head> heads, Anchor.@Nullable Unchained unchained) {
        Optional<SignedAnchor> last = signed.store().last();
        Instant now = clock.instant();
        if (heads.isEmpty() && unchained == null && last.isPresent() && !isQuiet(last.get(), now)) {
            metrics.saw(last.get().anchor());
            return Optional.empty();
        }
        long number = Math.max(last.map(each -> each.anchor().number()).orElse(0L), state.number()) + 1;
        Anchor anchor = new Anchor(
                anchors.service(),
                number,
                last.map(SignedAnchor::hash).orElse(SignedAnchor.FIRST),
                now.toString(),
                state.epoch(),
                unchained,
                heads);
        SignedAnchor next = SignedAnchor.sign(anchor, signed.key());
        signed.store().append(next);
        metrics.saw(anchor);
        LOG.infof("Audit anchor %d with %d heads: sha256 %s", number, heads.size(), next.hash());
        return Optional.of(anchor);
    }

    private static boolean isQuiet(SignedAnchor last, Instant now) {
        return Instant.parse(last.anchor().at()).plus(QUIET).isBefore(now);
    }
}
