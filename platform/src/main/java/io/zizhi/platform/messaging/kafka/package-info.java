/** Kafka client settings that the suite requires at start, and which replicas get partitions. */
@NullMarked
package io.zizhi.platform.messaging.kafka;

import org.jspecify.annotations.NullMarked;
