/**
 * Answers qualification-service which numbers of a bulk filing an account has verified and not used yet. The rows
 * contain numbers, not verification ids.
 */
@NullMarked
package io.zizhi.notification.verification.search;

import org.jspecify.annotations.NullMarked;
