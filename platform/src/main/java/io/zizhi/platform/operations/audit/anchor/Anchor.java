package io.zizhi.platform.operations.audit.anchor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.zizhi.platform.operations.audit.chain.Head;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Heads of chains at some moment.
 *
 * @param service the service whose chains these are
 * @param number number of the anchor, from 1 without gaps
 * @param previous hash of the anchor before; {@link SignedAnchor#FIRST} in the first
 * @param at when it was made, by the clock of the service, for example {@code 2026-11-29T03:20:00Z}
 * @param epoch epoch of the database, which a restore raises; never lower than in the anchor before
 * @param restores restores that took anchors back, in the order of their epochs; null if there is none
 * @param unchained digest of the rows that are older than the chains; only in the first anchors of an installation
 * @param heads at most {@link AnchorHeads#MOST}, those that changed since the anchor before
 */
@JsonPropertyOrder({"service", "number", "previous", "at", "epoch", "restores", "unchained", "heads"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true) // a later release may add fields
public record Anchor(
        String service,
        long number,
        String previous,
        String at,
        long epoch,
        @Nullable List<Restore> restores,
        @Nullable Unchained unchained,
        List<Head> heads) {

    public List<Restore> allRestores() {
        return Objects.requireNonNullElse(restores, List.of());
    }

    /**
     * The rows that are older than the chains.
     *
     * @param rows their number
     * @param digest digest over them in the order of their numbers
     */
    @JsonPropertyOrder({"rows", "digest"})
    public record Unchained(long rows, String digest) {}
}
