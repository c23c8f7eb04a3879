/**
 * Measures how fast events and timers pass through the packaged services, on real servers, with a peer in the same run.
 * Started manually; {@code bench/README.md} contains the results.
 */
@NullMarked
package io.zizhi.bench;

import org.jspecify.annotations.NullMarked;
