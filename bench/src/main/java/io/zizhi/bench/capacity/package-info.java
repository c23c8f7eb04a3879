/**
 * What one qualification costs: processor time, bytes and latency of each act, in stores that already hold many
 * qualifications.
 */
@NullMarked
package io.zizhi.bench.capacity;

import org.jspecify.annotations.NullMarked;
