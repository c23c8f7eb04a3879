/** What the suite demands of Kafka clients before it starts, and which replicas get partitions. */
@NullMarked
package io.zizhi.platform.messaging.kafka;

import org.jspecify.annotations.NullMarked;
