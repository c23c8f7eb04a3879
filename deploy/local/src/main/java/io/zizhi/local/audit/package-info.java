/**
 * {@code ./zizhi audit}: asks every service for its part of the audit log, and merges the answers by time. The client
 * merges, because no service may read the audit log of another one.
 */
@NullMarked
package io.zizhi.local.audit;

import org.jspecify.annotations.NullMarked;
