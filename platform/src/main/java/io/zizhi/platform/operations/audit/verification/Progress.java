package io.zizhi.platform.operations.audit.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.audit.anchor.AnchorStore;
import io.zizhi.platform.operations.audit.anchor.SignedAnchor;
import io.zizhi.platform.operations.audit.chain.ChainedRow;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How far a verification is. It travels as a cursor, so that no state is in the database that is verified.
 *
 * @param phase what is verified next
 * @param store position in the store of anchors
 * @param number number of the last anchor seen; 0 before the first
 * @param anchor hash of the last anchor seen
 * @param oldRows number of rows that are older than the chains, by the first anchor with their digest; -1 if unknown
 * @param oldDigest their digest by that anchor
 * @param seen rows seen that are older than the chains
 * @param digest digest over them
 * @param walk the last row seen in this phase; null before the first
 */
record Progress(
        Phase phase,
        String store,
        long number,
        String anchor,
        long oldRows,
        String oldDigest,
        long seen,
        String digest,
        @Nullable Walk walk) {

    static final Progress START = new Progress(
            Phase.ANCHORS, AnchorStore.START, 0, SignedAnchor.FIRST, -1, ChainedRow.FIRST, 0, ChainedRow.FIRST, null);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum Phase {
        ANCHORS,
        OLD_ROWS,
        ROWS,
        HEADS
    }

    /**
     * The last row seen.
     *
     * @param chain its chain; empty for a row that is older than the chains
     * @param position its position
     * @param sequence its number in the table
     * @param linked position to which the next row is linked; its own, except after accepted rows
     * @param hash stored hash of the row at that position
     * @param head position of the head of its chain when it was read
     * @param headHash hash of that head
     * @param bad whether the chain has a finding; only its first one is reported
     * @param digest digest over the accepted rows of the chain
     */
    record Walk(
            String chain,
            long position,
            long sequence,
            long linked,
            String hash,
            long head,
            String headHash,
            boolean bad,
            String digest) {

        /** In a phase that compares no row with the one before. */
        static Walk at(String chain, long sequence) {
            return new Walk(chain, 0, sequence, 0, "", 0, "", true, ChainedRow.FIRST);
        }

        private boolean isComplete() {
            return chain != null && chain.indexOf(0) < 0 && hash != null && headHash != null && isDigest(digest);
        }
    }

    /** Returns whether the next page is the first of its phase. */
    boolean startsPhase() {
        return walk == null && (phase != Phase.ANCHORS || Long.parseLong(store) == 0);
    }

    Progress in(Phase next) {
        return new Progress(next, store, number, anchor, oldRows, oldDigest, seen, digest, null);
    }

    Progress afterAnchors(String nextStore, long lastNumber, String lastAnchor) {
        return new Progress(phase, nextStore, lastNumber, lastAnchor, oldRows, oldDigest, seen, digest, walk);
    }

    Progress withOldRows(long rows, String expected) {
        return new Progress(phase, store, number, anchor, rows, expected, seen, digest, walk);
    }

    Progress afterOldRows(long rows, String computed, Walk last) {
        return new Progress(phase, store, number, anchor, oldRows, oldDigest, rows, computed, last);
    }

    Progress after(Walk last) {
        return new Progress(phase, store, number, anchor, oldRows, oldDigest, seen, digest, last);
    }

    String cursor() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Progress of(String cursor) {
        try {
            Progress progress = JSON.readValue(Base64.getUrlDecoder().decode(cursor), Progress.class);
            if (progress != null && progress.isComplete()) {
                return progress;
            }
        } catch (IOException | IllegalArgumentException foreign) {
            throw invalid();
        }
        throw invalid();
    }

    /**
     * A caller may send any cursor. A wrong one only produces false findings for that caller, whose page is recorded: see
     * {@link VerificationCursors}.
     */
    private boolean isComplete() {
        return phase != null
                && store != null
                && store.matches("\\d{1,18}")
                && anchor != null
                && oldDigest != null
                && isDigest(digest)
                && (walk == null || walk.isComplete());
    }

    private static boolean isDigest(@Nullable String text) {
        return text != null && text.matches("[0-9a-f]{64}");
    }

    static RuntimeException invalid() {
        return Problems.badRequest("CURSOR_INVALID", "/cursor", "Send the `nextCursor` of the previous page.");
    }
}
