package io.zizhi.platform.http;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cursor of a paged list whose key has several parts: the key of the last row of a page. */
public final class ListCursor {

    private static final String BETWEEN = "\u001f";

    private final List<String> parts;

    private ListCursor(List<String> parts) {
        this.parts = parts;
    }

    public static String of(Object... parts) {
        String joined = Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the cursor of the request; null at the start of the list.
     *
     * @throws ProblemException 400 if the cursor is invalid
     */
    public static @Nullable ListCursor from(PageRequest page, int parts) {
        return from(page.cursor(), parts);
    }

    /** Like the other method, for a cursor that is sent without a {@link PageRequest}. */
    public static @Nullable ListCursor from(@Nullable String cursor, int parts) {
        if (cursor == null) {
            return null;
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> found = List.of(joined.split(BETWEEN, -1));
            if (found.size() == parts && joined.indexOf(0) < 0) {
                return new ListCursor(found);
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        throw invalid();
    }

    public String text(int part) {
        return parts.get(part);
    }

    public Instant instant(int part) {
        try {
            return Parameters.storable(Instant.parse(parts.get(part)));
        } catch (DateTimeException noInstant) {
            throw invalid();
        }
    }

    public long number(int part) {
        try {
            return Long.parseLong(parts.get(part));
        } catch (NumberFormatException noNumber) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return Problems.badRequest("CURSOR_INVALID", "?cursor", "Send the `nextCursor` of the previous page.");
    }
}
