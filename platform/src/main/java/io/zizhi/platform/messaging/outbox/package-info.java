/** The transactional outbox: events are written with the state they tell of and published by a relay afterwards. */
@NullMarked
package io.zizhi.platform.messaging.outbox;

import org.jspecify.annotations.NullMarked;
