package io.zizhi.platform.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many wait, and since when the oldest.
 *
 * @param count how many
 * @param oldestAt absent where nothing waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Backlog(long count, @Nullable Instant oldestAt) {}
