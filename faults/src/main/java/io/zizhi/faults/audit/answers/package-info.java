/**
 * Checks that the responses to the actors are true. After a success response the act must have happened, after a
 * rejection it must not have happened, and otherwise it happened at most once.
 */
@NullMarked
package io.zizhi.faults.audit.answers;

import org.jspecify.annotations.NullMarked;
