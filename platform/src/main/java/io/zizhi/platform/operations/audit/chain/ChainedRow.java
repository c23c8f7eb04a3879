package io.zizhi.platform.operations.audit.chain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An audit row with its place in a chain. Its hash is computed here as the trigger {@code chain_audit_row} computes it
 * in the database, so a verification does not rely on functions of the database.
 *
 * @param sequence number of the row in its table
 * @param at when the row was written; beyond the range of PostgreSQL if that is infinite
 * @param fields names of the affected fields
 * @param position position in the chain, from 1; 0 for a row that is older than the chains
 * @param previousHash stored hash of the row before, 64 hexadecimal digits; {@link #FIRST} in the first row of a chain
 * @param hash stored hash of the row; empty for a row that is older than the chains
 */
public record ChainedRow(
        long sequence,
        Instant at,
        String actor,
        String role,
        @Nullable String accountId,
        String action,
        String objectType,
        String objectId,
        @Nullable String reason,
        @Nullable String recipient,
        List<@Nullable String> fields,
        long position,
        String previousHash,
        String hash) {

    /** The chain of rows without an account. */
    public static final String SYSTEM = "system";

    /** The previous hash of the first row of a chain. */
    public static final String FIRST = "0".repeat(64);

    private static final String FORM = "zizhi-audit-1";

    /** 2000-01-01T00:00:00Z, from which PostgreSQL counts. */
    private static final long EPOCH_SECONDS = 946_684_800;

    /** The finite times of PostgreSQL are between these. */
    private static final Instant EARLIEST = Instant.parse("-4713-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+294276-12-31T23:59:59.999999Z");

    private static final int ABSENT = -1;

    public String chain() {
        return Objects.requireNonNullElse(accountId, SYSTEM);
    }

    /** Returns whether the stored hash belongs to the content of the row, if the row had that position. */
    public boolean isIntactAt(long place) {
        return hash.equals(hash(place, previousHash));
    }

    /**
     * Returns the next digest over rows that are older than the chains.
     *
     * @param digest digest over the rows before; {@link #FIRST} before the first row
     */
    public String unchainedDigest(String digest) {
        return hash(0, digest);
    }

    /**
     * Returns the next digest over the rows of a chain, whether they are intact or not.
     *
     * @param digest digest over the rows before; {@link #FIRST} before the first row
     */
    public String chainDigest(String digest) {
        return hash(position, digest);
    }

    private String hash(long place, String previous) {
        Form form = new Form();
        form.text(FORM);
        form.number(place);
        form.bytes(HexFormat.of().parseHex(previous));
        form.number(sequence);
        form.number(micros(at));
        form.text(actor);
        form.text(role);
        form.text(accountId);
        form.text(action);
        form.text(objectType);
        form.text(objectId);
        form.text(reason);
        form.text(recipient);
        form.length(fields.size());
        fields.forEach(form::text);
        return form.hash();
    }

    /** PostgreSQL stores the infinite times as the smallest and the greatest number. */
    private static long micros(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return Long.MIN_VALUE;
        }
        return instant.isAfter(LATEST)
                ? Long.MAX_VALUE
                : (instant.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + instant.getNano() / 1_000;
    }

    /** Length-prefixed bytes. */
    private static final class Form {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

        void text(@Nullable String value) {
            if (value == null) {
                length(ABSENT);
            } else {
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                length(utf8.length);
                bytes(utf8);
            }
        }

        void number(long value) {
            bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        }

        void length(int value) {
            bytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        }

        void bytes(byte[] bytes) {
            out.writeBytes(bytes);
        }

        String hash() {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
