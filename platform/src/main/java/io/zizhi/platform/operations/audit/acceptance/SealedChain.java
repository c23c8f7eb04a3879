package io.zizhi.platform.operations.audit.acceptance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.zizhi.platform.operations.audit.chain.ChainedRow;

/**
 * A damaged chain as it was when its acceptance was requested.
 *
 * @param chain the account, or {@link ChainedRow#SYSTEM}
 * @param head position of its head, behind which it continues; 0 if there was none
 * @param headHash hash of its head; {@link ChainedRow#FIRST} if there was none
 * @param last position of its last row; 0 if it had none
 * @param through greatest number of its rows in their table
 * @param digest digest over its rows in the order of their positions and numbers, whether intact or not
 */
@JsonPropertyOrder({"chain", "head", "headHash", "last", "through", "digest"})
public record SealedChain(String chain, long head, String headHash, long last, long through, String digest) {

    /** Returns whether a row belongs to the accepted rows. Positions alone do not tell if the head was set back. */
    public boolean has(ChainedRow row) {
        return row.position() <= head || (row.position() <= last && row.sequence() <= through);
    }
}
