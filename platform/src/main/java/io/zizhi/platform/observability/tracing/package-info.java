/**
 * One trace from the request to the last effect: carried in rows and records, because whoever goes on works later and in
 * another process.
 */
@NullMarked
package io.zizhi.platform.observability.tracing;

import org.jspecify.annotations.NullMarked;
