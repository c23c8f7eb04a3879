/**
 * Comparable tools ("peers") that do the same work as a measured service: a plain Kafka producer, plain statements,
 * db-scheduler and Flowable.
 */
@NullMarked
package io.zizhi.bench.peer;

import org.jspecify.annotations.NullMarked;
