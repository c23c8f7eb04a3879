/**
 * One trace from the request to its last effect. Rows and records carry it, because later steps run in other processes.
 */
@NullMarked
package io.zizhi.platform.observability.tracing;

import org.jspecify.annotations.NullMarked;
