package io.zizhi.qualification.catalogue.listing.query;

import io.zizhi.platform.http.ListCursor;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.qualification.Qualification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The position after a page of a list. The cursor identifies filter and order, so it cannot be used with another list,
 * where it would silently skip or repeat rows.
 *
 * @param key sort key of the last row
 * @param id id of the last row, because several rows may have the same key
 */
public record ListPosition(String key, long id) {

    private static final int PARTS = 3;
    private static final int NAME_BYTES = 8;

    /** Returns null at the start of the list; fails with 400 if the cursor is invalid or belongs to another list. */
    public static @Nullable ListPosition of(PageRequest page, ListFilter filter, ListOrder order) {
        ListCursor cursor = ListCursor.from(page, PARTS);
        if (cursor == null) {
            return null;
        }
        if (!cursor.text(0).equals(nameOf(filter, order))) {
            throw Problems.badRequest(
                    "CURSOR_OF_ANOTHER_LIST",
                    "?cursor",
                    "The cursor belongs to another filter or order. Keep both the same for all pages.");
        }
        return new ListPosition(order.sort().checked(cursor.text(1)), cursor.number(2));
    }

    public static ListPosition after(Qualification last, ListOrder order) {
        return new ListPosition(order.sort().keyOf(last), last.id());
    }

    public String cursor(ListFilter filter, ListOrder order) {
        return ListCursor.of(nameOf(filter, order), key, id);
    }

    private static String nameOf(ListFilter filter, ListOrder order) {
        try {
            // Sets of enums print in the order of their constants, so the text is stable.
            byte[] list = (filter + " " + order).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list), 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
