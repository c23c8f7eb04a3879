package io.zizhi.platform.operations.audit.chain;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The last row of a chain at some moment.
 *
 * @param chain the account, or {@link ChainedRow#SYSTEM} for rows without an account
 * @param sequence position of the row in its chain, from 1
 * @param hash hash of the row, 64 hexadecimal digits
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"chain", "sequence", "hash"})
public record Head(String chain, long sequence, String hash) {}
