package io.zizhi.platform.operations.audit.verification;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.operations.audit.acceptance.Accepted;
import io.zizhi.platform.operations.audit.anchor.Anchor;
import io.zizhi.platform.operations.audit.anchor.AnchorStore;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import io.zizhi.platform.operations.audit.anchor.Anchors.Signed;
import io.zizhi.platform.operations.audit.anchor.Restore;
import io.zizhi.platform.operations.audit.anchor.SignedAnchor;
import io.zizhi.platform.operations.audit.chain.AuditChains;
import io.zizhi.platform.operations.audit.chain.AuditChains.Found;
import io.zizhi.platform.operations.audit.chain.AuditChains.Marked;
import io.zizhi.platform.operations.audit.chain.Head;
import io.zizhi.platform.operations.audit.verification.Progress.Phase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Verifies a page of anchors: their signatures and order, and that the database still has the heads that they hold. */
@ApplicationScoped
class VerifyAnchors {

    private static final int MOST_MARKED = 20_000;

    /** Time to digest the rows that are older than the chains, after the first anchor. */
    private static final Duration DIGESTED_WITHIN = Duration.ofHours(1);

    private final Anchors anchors;
    private final AuditChains chains;
    private final VerificationSettings settings;
    private final Clock clock;

    VerifyAnchors(Anchors anchors, AuditChains chains, VerificationSettings settings, Clock clock) {
        this.anchors = anchors;
        this.chains = chains;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A page of the store.
     *
     * @param valid its anchors with a valid signature, by number
     * @param restores restores by the last anchor in the store
     */
    private record Read(List<Anchor> valid, List<Finding> findings, int count, List<Restore> restores, Progress next) {

        boolean isEnd() {
            return count == 0;
        }
    }

    /** The database is asked for its last anchor first, so that an anchor written meanwhile is not missed. */
    Uni<Step> step(Progress progress, Accepted accepted) {
        if (anchors.signed().isEmpty()) {
            return Uni.createFrom().item(new Step(0, 0, List.of(), progress.in(Phase.OLD_ROWS)));
        }
        Signed signed = anchors.signed().get();
        if (!signed.store().isPosition(progress.store())) {
            throw Progress.invalid();
        }
        return chains.state()
                .chain(state -> anchors.call(() -> read(signed, progress))
                        .chain(read -> read.isEnd()
                                ? end(signed, progress, state.number())
                                : compare(signed, progress, read, accepted)));
    }

    private Uni<Step> end(Signed signed, Progress progress, long number) {
        return lacksDigest(signed, progress).map(lacksDigest -> {
            List<Finding> findings = new ArrayList<>();
            if (number > progress.number()) {
                findings.add(Finding.atAnchor(FindingKind.ANCHORS_ROLLED_BACK, progress.number() + 1));
            }
            if (lacksDigest) {
                findings.add(Finding.outsideChains(FindingKind.NOT_ANCHORED));
            }
            return new Step(0, 0, findings, progress.in(Phase.OLD_ROWS));
        });
    }

    /** The owner of the database may claim that an anchor already has the digest, so that none is ever made. */
    private Uni<Boolean> lacksDigest(Signed signed, Progress progress) {
        return progress.oldRows() >= 0
                ? Uni.createFrom().item(false)
                : chains.unchained(Long.MIN_VALUE, 1)
                        .chain(rows -> rows.isEmpty()
                                ? Uni.createFrom().item(false)
                                : anchors.call(() -> isDigestOverdue(signed.store())));
    }

    private boolean isDigestOverdue(AnchorStore store) {
        Instant latest = clock.instant().minus(DIGESTED_WITHIN);
        return store.read(AnchorStore.START, 0).anchors().stream()
                .map(first -> Instant.parse(first.anchor().at()))
                .limit(1)
                .anyMatch(latest::isAfter);
    }

    private Read read(Signed signed, Progress progress) {
        AnchorStore.Page page = signed.store().read(progress.store(), progress.number());
        List<Finding> findings = new ArrayList<>();
        page.disturbed()
                .forEach(each -> findings.add(Finding.atAnchor(FindingKind.ANCHOR_OVERWRITTEN, each.number())
                        .with(each.found())));
        List<Anchor> valid = new ArrayList<>();
        Progress next = progress;
        for (SignedAnchor each : page.anchors()) {
            Anchor anchor = each.anchor();
            if (!signed.key().hasSigned(each) || !anchor.service().equals(anchors.service())) {
                findings.add(Finding.atAnchor(FindingKind.ANCHOR_FORGED, anchor.number())
                        .with(each.hash()));
                continue;
            }
            if (anchor.number() != next.number() + 1 || !anchor.previous().equals(next.anchor())) {
                findings.add(Finding.atAnchor(FindingKind.ANCHOR_MISSING, next.number() + 1)
                        .with(each.hash()));
            }
            valid.add(anchor);
            next = next.afterAnchors(page.next(), anchor.number(), each.hash());
            if (anchor.unchained() != null && next.oldRows() < 0) {
                next = next.withOldRows(
                        anchor.unchained().rows(), anchor.unchained().digest());
            }
        }
        List<Restore> restores = signed.store()
                .last()
                .filter(signed.key()::hasSigned)
                .map(last -> last.anchor().allRestores())
                .orElse(List.of());
        int count = page.next().equals(progress.store())
                ? 0
                : Math.max(1, page.anchors().size());
        return new Read(valid, findings, count, restores, next.afterAnchors(page.next(), next.number(), next.anchor()));
    }

    private Uni<Step> compare(Signed signed, Progress progress, Read read, Accepted accepted) {
        List<Head> heads =
                read.valid().stream().flatMap(anchor -> anchor.heads().stream()).toList();
        return chains.find(heads)
                .map(found -> new Comparison(
                                read,
                                settings.acceptedEpoch(),
                                accepted,
                                chain -> signed.key().proofOfChain(anchors.service(), chain))
                        .compare(found))
                .chain(findings -> chains.marked(
                                progress.number() + 1, read.next().number(), MOST_MARKED)
                        .map(marked -> {
                            List<Finding> all = new ArrayList<>(read.findings());
                            all.addAll(findings);
                            all.addAll(falselyMarked(read, marked));
                            return new Step(read.count(), heads.size(), all, read.next());
                        }));
    }

    private static List<Finding> falselyMarked(Read read, List<Marked> marked) {
        Map<Long, Set<Head>> held = new HashMap<>();
        read.valid().forEach(anchor -> held.put(anchor.number(), new HashSet<>(anchor.heads())));
        return marked.stream()
                .filter(each -> !held.getOrDefault(each.anchor(), Set.of()).contains(each.head()))
                .map(each -> Finding.inChain(
                        FindingKind.NOT_ANCHORED,
                        each.head().chain(),
                        each.head().sequence(),
                        null,
                        each.anchor()))
                .toList();
    }

    /**
     * Compares the heads of a page with the database. Reports the first difference of each chain, the first one that
     * each restore explains, and the first accepted one: other anchors can still prove tampering.
     */
    private static final class Comparison {

        private final Read read;
        private final long acceptedEpoch;
        private final Accepted accepted;
        private final UnaryOperator<String> proof;
        private final Map<String, Long> good = new HashMap<>();
        private final Map<Place, Finding> bad = new LinkedHashMap<>();

        private record Place(
                String chain,
                @Nullable Long restore,
                @Nullable Long acceptance) {}

        /** @param proof proves that an anchor has a chain */
        Comparison(Read read, long acceptedEpoch, Accepted accepted, UnaryOperator<String> proof) {
            this.read = read;
            this.acceptedEpoch = acceptedEpoch;
            this.accepted = accepted;
            this.proof = proof;
        }

        /** @param found what the database has, in the order of the anchors and their heads */
        List<Finding> compare(List<Found> found) {
            int place = 0;
            for (Anchor anchor : read.valid()) {
                Optional<Restore> restore = read.restores().stream()
                        .filter(each -> each.tookBack(anchor))
                        .findFirst();
                for (Head head : anchor.heads()) {
                    compare(anchor, restore, head, found.get(place++));
                }
            }
            return List.copyOf(bad.values());
        }

        private void compare(Anchor anchor, Optional<Restore> restore, Head head, Found found) {
            if (head.hash().equals(found.hash())) {
                good.put(head.chain(), head.sequence());
            } else {
                Finding finding = restore.map(each -> lost(anchor, each, head, found))
                        .orElseGet(() -> tampered(anchor, head, found));
                Finding reported = accepted.chain(head.chain())
                        .filter(seal -> anchor.number() <= seal.anchor())
                        .map(seal -> finding.acceptedBy(seal.acceptance()))
                        .orElse(finding);
                bad.computeIfAbsent(
                        new Place(head.chain(), reported.restore(), reported.acceptance()),
                        first -> found.last() == 0 ? reported.provedBy(proof.apply(head.chain())) : reported);
            }
        }

        private Finding lost(Anchor anchor, Restore restore, Head head, Found found) {
            return Finding.inChain(
                            FindingKind.LOST_BY_RESTORE,
                            head.chain(),
                            found.hash() == null ? Math.min(found.last() + 1, head.sequence()) : head.sequence(),
                            good.get(head.chain()),
                            anchor.number())
                    .lostBy(restore.epoch(), restore.epoch() <= acceptedEpoch);
        }

        private Finding tampered(Anchor anchor, Head head, Found found) {
            long position = head.sequence();
            FindingKind kind;
            if (found.hash() != null) {
                kind = FindingKind.CHAIN_REWRITTEN;
            } else if (found.last() >= head.sequence()) {
                kind = FindingKind.ROW_DELETED;
            } else {
                kind = found.last() == 0 ? FindingKind.CHAIN_DELETED : FindingKind.CHAIN_TRUNCATED;
                position = found.last() + 1;
            }
            return Finding.inChain(kind, head.chain(), position, good.get(head.chain()), anchor.number());
        }
    }
}
