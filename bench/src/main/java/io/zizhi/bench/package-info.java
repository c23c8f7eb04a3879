/**
 * Measures how fast events and timers flow through the packaged services, on real servers, beside a peer in the same
 * run. Started by hand; {@code bench/README.md} keeps the figures.
 */
@NullMarked
package io.zizhi.bench;

import org.jspecify.annotations.NullMarked;
