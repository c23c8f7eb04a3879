/**
 * Measures how fast events and timers pass through the packaged services, on real servers. Most measurements also run a
 * comparable tool ("peer"), such as a plain Kafka producer. Start them manually; {@code bench/README.md} contains the
 * results.
 */
@NullMarked
package io.zizhi.bench;

import org.jspecify.annotations.NullMarked;
