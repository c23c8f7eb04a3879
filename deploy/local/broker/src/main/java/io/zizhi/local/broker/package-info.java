/** What runs in the broker's JVM: format the storage once, run Kafka, create the topics, say that they are there. */
@NullMarked
package io.zizhi.local.broker;

import org.jspecify.annotations.NullMarked;
