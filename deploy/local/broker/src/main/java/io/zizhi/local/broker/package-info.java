/**
 * The program in the broker's JVM. It formats the storage once, runs Kafka, creates the topics and reports readiness.
 */
@NullMarked
package io.zizhi.local.broker;

import org.jspecify.annotations.NullMarked;
