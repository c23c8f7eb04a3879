/**
 * Tells qualification-service which numbers of a bulk filing an account has verified and not used yet. Rows name
 * numbers, not verifications.
 */
@NullMarked
package io.zizhi.notification.verification.search;

import org.jspecify.annotations.NullMarked;
