/**
 * Limits how many codes are sent and how many wrong codes are checked. The counts are stored in the database, so they
 * hold across replicas and concurrent requests.
 */
@NullMarked
package io.zizhi.notification.verification.throttling;

import org.jspecify.annotations.NullMarked;
