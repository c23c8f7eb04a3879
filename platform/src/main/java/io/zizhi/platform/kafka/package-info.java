/** What the suite demands of Kafka clients before it starts. */
@NullMarked
package io.zizhi.platform.kafka;

import org.jspecify.annotations.NullMarked;
