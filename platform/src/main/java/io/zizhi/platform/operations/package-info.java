/**
 * What an operator sees and does, the same in every service: aggregates that stopped, events that wait, records that could
 * not be read, timers, the outbox. Every sight of a single thing and every act leaves an audit row in its transaction;
 * what is shown of contents is masked, because an operator sees no personal data.
 */
@NullMarked
package io.zizhi.platform.operations;

import org.jspecify.annotations.NullMarked;
