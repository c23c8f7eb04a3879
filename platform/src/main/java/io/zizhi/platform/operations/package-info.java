/**
 * The operators' API, the same in every service: parked aggregates, held events, unreadable records, timers and the
 * outbox. Each view of a single object and each action is recorded in the audit log, in the same transaction. Payloads
 * are masked, because an operator must not see personal data.
 */
@NullMarked
package io.zizhi.platform.operations;

import org.jspecify.annotations.NullMarked;
