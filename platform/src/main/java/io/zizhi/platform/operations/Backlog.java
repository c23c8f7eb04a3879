package io.zizhi.platform.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Number of waiting items and age of the oldest.
 *
 * @param count number of items
 * @param oldestAt since when the oldest waits; absent if none waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Backlog(long count, @Nullable Instant oldestAt) {}
