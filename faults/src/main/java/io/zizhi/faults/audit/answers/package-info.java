/**
 * Checks that each answer which an actor got is true. A success must have happened, a rejection must not have, and
 * anything else happened once or not at all.
 */
@NullMarked
package io.zizhi.faults.audit.answers;

import org.jspecify.annotations.NullMarked;
