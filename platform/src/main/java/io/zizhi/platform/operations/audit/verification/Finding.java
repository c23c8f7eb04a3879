package io.zizhi.platform.operations.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A place where the audit log is not as it was written.
 *
 * @param kind what was found
 * @param chain the account, or `system` for rows without an account; absent if the finding concerns no single chain
 * @param position position in the chain of the first bad row; for a rewritten chain, the first bad row is at or before
 *     it; for accepted damage, the last position of the accepted chain
 * @param after last position before it that matches an anchor; absent if none was seen
 * @param anchor number of the anchor that reveals it; absent if the database alone does
 * @param restore epoch of the restore that lost the rows; only for `LOST_BY_RESTORE`
 * @param evidence names a finding without a chain in a request to accept it: a digest over what was found. Absent for
 *     findings that end by themselves or are to be repaired. For a chain without rows: the proof that an anchor
 *     contains the chain
 * @param acceptance id of the acceptance by two persons that covers it
 * @param accepted true if two persons have accepted it, or if it is a loss of a restore that
 *     `zizhi.audit.verification.accepted-epoch` names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        FindingKind kind,
        @Nullable String chain,
        @Nullable Long position,
        @Nullable Long after,
        @Nullable Long anchor,
        @Nullable Long restore,
        @Nullable String evidence,
        @Nullable Long acceptance,
        boolean accepted) {

    static Finding inChain(FindingKind kind, String chain, long position) {
        return new Finding(kind, chain, position, null, null, null, null, null, false);
    }

    /** A finding that an anchor reveals in a chain. */
    static Finding inChain(FindingKind kind, String chain, long position, @Nullable Long after, long anchor) {
        return new Finding(kind, chain, position, after, anchor, null, null, null, false);
    }

    static Finding atAnchor(FindingKind kind, long anchor) {
        return new Finding(kind, null, null, null, anchor, null, null, null, false);
    }

    static Finding outsideChains(FindingKind kind) {
        return new Finding(kind, null, null, null, null, null, null, null, false);
    }

    Finding lostBy(long epoch, boolean isAccepted) {
        return new Finding(kind, chain, position, after, anchor, epoch, evidence, acceptance, isAccepted);
    }

    /** @param found what was found, beside kind and anchor */
    Finding with(String found) {
        String text = kind + " " + anchor + " " + found;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Finding(
                    kind,
                    chain,
                    position,
                    after,
                    anchor,
                    restore,
                    HexFormat.of().formatHex(digest),
                    null,
                    accepted);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param proof proves that an anchor has the chain */
    Finding provedBy(String proof) {
        return new Finding(kind, chain, position, after, anchor, restore, proof, acceptance, accepted);
    }

    Finding acceptedBy(long id) {
        return new Finding(kind, chain, position, after, anchor, restore, evidence, id, true);
    }
}
