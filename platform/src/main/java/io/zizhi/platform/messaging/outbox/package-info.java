/**
 * The transactional outbox. Events are stored together with the state that they describe; a relay publishes them
 * afterwards.
 */
@NullMarked
package io.zizhi.platform.messaging.outbox;

import org.jspecify.annotations.NullMarked;
