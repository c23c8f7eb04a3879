/** The Kafka broker with its users. Each service may write only its own topics. */
@NullMarked
package io.zizhi.local.server.kafka;

import org.jspecify.annotations.NullMarked;
