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

    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

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
        requireContinued(signed, last, state, now);
        if (heads.isEmpty() && unchained == null && last.isPresent() && !isQuiet(last.get(), now)) {
            metrics.saw(last.get().anchor());
            return Optional.empty();
        }
        long lastNumber = last.map(each -> each.anchor().number()).orElse(0L);
        long number = Math.max(lastNumber, state.number()) + 1;
        List<Restore> restores =
                last.map(each -> restores(each.anchor(), state)).orElse(List.of());
        Anchor anchor = new Anchor(
                anchors.service(),
                number,
                last.map(SignedAnchor::hash).orElse(SignedAnchor.FIRST),
                now.toString(),
                state.epoch(),
                restores.isEmpty() ? null : restores,
                unchained,
                heads);
        SignedAnchor next = SignedAnchor.sign(anchor, signed.key());
        signed.store().append(next);
        metrics.saw(anchor);
        LOG.infof("Audit anchor %d with %d heads: sha256 %s", number, heads.size(), next.hash());
        return Optional.of(anchor);
    }

    /**
     * Neither an unsigned claim of restores may be signed with the next anchor, nor a restore be repeated whose losses
     * were accepted, nor an epoch be used up that is still to come.
     */
    private static void requireContinued(Signed signed, Optional<SignedAnchor> last, State state, Instant now) {
        long epoch = last.map(each -> each.anchor().epoch()).orElse(0L);
        if (!last.map(signed.key()::hasSigned).orElse(true)) {
            throw new IllegalStateException(
                    "The last audit anchor is not signed by this service. Either somebody wrote to the store, or"
                            + " zizhi.audit.anchors.former-keys lacks the public key of an earlier signing key.");
        }
        if (state.epoch() < epoch) {
            throw new IllegalStateException(
                    "The database has epoch " + state.epoch() + ", but the last audit anchor has "
                            + epoch + ". Either the database was restored: stop the service, run select"
                            + " producer_restored(clock_timestamp()) in it and start again. Or this process uses a database"
                            + " from before a restore: stop it (docs/operations.md, Backup and restore).");
        }
        if (state.epoch() > now.plus(CLOCKS_DIFFER).getEpochSecond()) {
            throw new IllegalStateException("The epoch of the database, " + state.epoch()
                    + ", is in the future. Find out who changed the table producer_epoch.");
        }
    }

    private static List<Restore> restores(Anchor last, State state) {
        if (state.epoch() == last.epoch()) {
            return last.allRestores();
        }
        LOG.warnf(
                "The database was restored with epoch %d. Its last audit anchor is %d; the store has %d",
                state.epoch(), state.number(), last.number());
        return Restore.after(last.allRestores(), state.epoch(), state.number(), last.number());
    }

    private static boolean isQuiet(SignedAnchor last, Instant now) {
        return Instant.parse(last.anchor().at()).plus(QUIET).isBefore(now);
    }
}
