package io.zizhi.platform.http;

import io.zizhi.platform.http.problem.Problems;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The requested page of a list; used as a {@code @BeanParam}. */
public class PageRequest {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    /** The {@code nextCursor} of the previous page; omit it for the first page. */
    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** Items per page, 1 to 100; default 20. */
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            format = "int32",
                            minimum = "1",
                            maximum = "100",
                            defaultValue = "20"))
    @QueryParam("limit")
    @Nullable
    String limit;

    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MAX_LIMIT) {
            throw Problems.badRequest(
                    "LIMIT_INVALID", "?limit", "`limit` must be a whole number from 1 to " + MAX_LIMIT + ".");
        }
        return Integer.parseInt(limit);
    }

    public @Nullable String cursor() {
        return cursor;
    }

    /** Returns the cursor as a number, or {@code start} for the first page. */
    public long afterOr(long start) {
        if (cursor == null) {
            return start;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Problems.badRequest(
                    "CURSOR_INVALID", "?cursor", "`cursor` must be the unchanged `nextCursor` of the previous page.");
        }
        return Long.parseLong(cursor);
    }
}
